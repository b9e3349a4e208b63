import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import { useErrorText } from '../../components/QueryView';
import { useWhen } from '../../components/When';
import { ApiError } from '../../lib/api/client';
import type { Alert, WorklistRow } from '../../lib/api/types';
import { useNames, wristbandName } from '../../lib/people';

/** What became of an acknowledgement made from the list: saved, somebody was first, or not saved. */
export function Outcome({ mutation }: { readonly mutation: UseMutationResult<Alert, Error, WorklistRow, unknown> }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const when = useWhen();
  const errorText = useErrorText();
  const row = mutation.variables;
  if (!row || mutation.isIdle || mutation.isPending) return null;
  const patient = wristbandName(row.patient.name);
  if (mutation.isSuccess) return <Notice tone="done">{t('worklist.acknowledged', { patient })}</Notice>;
  const error = mutation.error;
  const first = error instanceof ApiError && error.status === 409 && error.problem.at ? error.problem : null;
  return (
    <Notice tone="error">
      {t('worklist.failed', { patient })}.{' '}
      {first ? t('alert.acknowledgedBy', { name: nameOf(first.by), when: when(first.at ?? '') }) : errorText(error)}
    </Notice>
  );
}
