import { useQuery } from '@tanstack/react-query';
import { patientQuery } from '../lib/api/queries';
import { wristbandName } from '../lib/people';

/** A patient's name where only the id is at hand; empty until it is known. */
export function usePatientName(id: string): string {
  const { data } = useQuery({ ...patientQuery(id), staleTime: 5 * 60_000 });
  return data ? wristbandName(data.name) : '…';
}

export function PatientName({ id }: { readonly id: string }) {
  return <>{usePatientName(id)}</>;
}
