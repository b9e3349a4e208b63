import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, call } from '../../lib/api/client';
import { carePlanQuery } from '../../lib/api/queries';
import type { CarePlan } from '../../lib/api/types';

type Save = { readonly plan: CarePlan; readonly etag: string | null };

/** Saves a plan against the version that was read; a newer one makes it fail with 412. */
export function useSavePlan(patientId: string) {
  const client = useQueryClient();
  const key = carePlanQuery(patientId).queryKey;
  return useMutation({
    mutationFn: ({ plan, etag }: Save) =>
      call<CarePlan>('PUT', `/api/v1/patients/${patientId}/care-plan`, { body: plan, ifMatch: etag }),
    onSuccess: (answer: Answer<CarePlan>) => {
      client.setQueryData(key, answer);
      void client.invalidateQueries({ queryKey: ['plan-versions', patientId] });
      void client.invalidateQueries({ queryKey: ['timeline', patientId] });
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}
