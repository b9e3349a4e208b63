import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, get, post } from '../../lib/api/client';
import type { Page, Share } from '../../lib/api/types';

export const sharesQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['shares', patientId],
    queryFn: async ({ signal }) => (await get<Page<Share>>(`/api/v1/patients/${patientId}/shares`, signal)).items,
  });

export type NewShare = {
  readonly practitionerId: string;
  readonly purpose: string;
  readonly from: string;
  readonly until: string | null;
};

export function useShareActions(patientId: string) {
  const client = useQueryClient();
  const path = `/api/v1/patients/${patientId}/shares`;
  const onSettled = () => {
    for (const queryKey of [
      ['shares', patientId],
      ['timeline', patientId],
    ])
      void client.invalidateQueries({ queryKey });
  };
  const grant = useMutation({ mutationFn: (share: NewShare) => post<Share>(path, share), onSettled });
  const end = useMutation({ mutationFn: (id: string) => call<void>('DELETE', `${path}/${id}`), onSettled });
  return { grant, end };
}

export type ShareState = 'active' | 'future' | 'ended';

export function stateOf(share: Share, now: number): ShareState {
  if (share.endedAt || (share.until && Date.parse(share.until) <= now)) return 'ended';
  return share.from && Date.parse(share.from) > now ? 'future' : 'active';
}
