import type { Alert, CarePlan, FeedEvent, Patient, Reading, Task } from '../../src/lib/api/types';

type Said = { readonly status: number; readonly body: unknown; readonly headers: Record<string, string> };
type Listener = (id: string, event: FeedEvent) => void;
export type Ward = {
  readonly patients: Patient[];
  readonly alerts: Alert[];
  readonly tasks: Task[];
  readonly plans: Record<string, CarePlan>;
  readonly readings: Record<string, Reading[]>;
  readonly listeners: Set<Listener>;
};

export const SUBJECTS: Readonly<Record<string, string>>;
export function createWard(now?: number): Ward;
export function emit(ward: Ward, event: FeedEvent): void;
export function answer(
  ward: Ward,
  role: string | null | undefined,
  method: string,
  url: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): Said;
