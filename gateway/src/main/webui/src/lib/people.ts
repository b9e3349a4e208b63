import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { practitionersQuery } from './api/queries';
import type { PersonName } from './api/types';
import { useSession } from './session';

/** Turns a subject into a name: "you", a known colleague, or "a colleague"; an id is never shown. */
export function useNames(): (subject: string | null | undefined) => string {
  const { me } = useSession();
  const { t } = useTranslation();
  const { data } = useQuery({ ...practitionersQuery(), retry: false });
  return useCallback(
    (subject) => {
      if (subject === me.subject) return t('app.you');
      return data?.find((p) => p.id === subject)?.name ?? t('app.colleague');
    },
    [data, me.subject, t],
  );
}

/** Family name first and in capitals, as on a wristband. */
export function wristbandName(name: PersonName | null | undefined): string {
  if (!name) return '?';
  return `${(name.family ?? '').toLocaleUpperCase('fr')} ${(name.given ?? []).join(' ')}`.trim();
}
