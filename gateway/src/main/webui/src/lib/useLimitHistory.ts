import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { carePlanQuery, planVersionsQuery } from './api/queries';
import { thresholdHistory } from './limits';

/** A patient's thresholds, each with the time for which it held. */
export function useLimitHistory(patientId: string): ReturnType<typeof thresholdHistory> {
  const plan = useQuery(carePlanQuery(patientId)).data?.data;
  const versions = useQuery({ ...planVersionsQuery(patientId), retry: false }).data;
  return useMemo(() => thresholdHistory(plan?.thresholds ?? [], versions ?? []), [plan, versions]);
}
