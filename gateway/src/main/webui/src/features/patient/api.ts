import { queryOptions } from '@tanstack/react-query';
import { get, url } from '../../lib/api/client';
import type { Page, TimelineEntry } from '../../lib/api/types';

export const timelineQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['timeline', patientId],
    queryFn: ({ signal }) =>
      get<Page<TimelineEntry>>(url(`/api/v1/patients/${patientId}/timeline`, { limit: 30 }), signal),
  });
