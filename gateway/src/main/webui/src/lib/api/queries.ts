import { queryOptions } from '@tanstack/react-query';
import { ApiError, call, get, url } from './client';
import type { Alert, CarePlan, Code, Me, Page, Patient, PlanVersion, Practitioner, Reading, Rule, Task } from './types';

/** Queries that more than one feature reads. Keys start with what the feed names, so that one event refreshes them. */

const RARELY = 30 * 60_000;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await get<Me>('/api/v1/me', signal);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: RARELY,
});

export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: async ({ signal }) => (await get<Page<Code>>('/api/v1/codes', signal)).items,
  staleTime: RARELY,
});

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async ({ signal }) => (await get<Page<Rule>>('/api/v1/rules', signal)).items,
  staleTime: RARELY,
});

export const practitionersQuery = (role?: string) =>
  queryOptions({
    queryKey: ['practitioners', role ?? 'any'],
    queryFn: async ({ signal }) =>
      (await get<Page<Practitioner>>(url('/api/v1/practitioners', { role }), signal)).items,
    staleTime: RARELY,
  });

export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id],
    queryFn: ({ signal }) => get<Patient>(`/api/v1/patients/${id}`, signal),
  });

export const patientsQuery = (query?: string) =>
  queryOptions({
    queryKey: ['patients', query ?? ''],
    queryFn: ({ signal }) => get<Page<Patient>>(url('/api/v1/patients', { query, limit: 200 }), signal),
  });

export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert', id],
    queryFn: ({ signal }) => get<Alert>(`/api/v1/alerts/${id}`, signal),
  });

export const patientAlertsQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['alerts', patientId],
    queryFn: ({ signal }) => get<Page<Alert>>(url('/api/v1/alerts', { patientId, limit: 100 }), signal),
  });

export const carePlanQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['plan', patientId],
    queryFn: ({ signal }) => call<CarePlan>('GET', `/api/v1/patients/${patientId}/care-plan`, { signal }),
  });

export const planVersionsQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['plan-versions', patientId],
    queryFn: async ({ signal }) =>
      (await get<Page<PlanVersion>>(`/api/v1/patients/${patientId}/care-plan/versions`, signal)).items,
  });

export const patientTasksQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['tasks', 'patient', patientId],
    queryFn: ({ signal }) => get<Page<Task>>(url('/api/v1/tasks', { patientId, limit: 100 }), signal),
  });

const MAX_PAGES = 5;

export type ReadingsAnswer = { readonly items: readonly Reading[]; readonly truncated: boolean };

/** All readings since an instant, newest first; says so when there were more than it fetched. */
export async function readingsSince(patientId: string, from: string, signal: AbortSignal): Promise<ReadingsAnswer> {
  const items: Reading[] = [];
  let next: string | null = url(`/api/v1/patients/${patientId}/readings`, { from, limit: 1000 });
  for (let page = 0; next !== null && page < MAX_PAGES; page++) {
    const answer: Page<Reading> = await get<Page<Reading>>(next, signal);
    items.push(...answer.items);
    next = answer.next ?? null;
  }
  return { items, truncated: next !== null };
}

export const readingsQuery = (patientId: string, hours: number) =>
  queryOptions({
    queryKey: ['readings', patientId, hours],
    queryFn: ({ signal }) => readingsSince(patientId, new Date(Date.now() - hours * 3_600_000).toISOString(), signal),
  });
