import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import { useErrorText } from '../../components/QueryView';
import { useWhen } from '../../components/When';
import { ApiError } from '../../lib/api/client';
import { useNames } from '../../lib/people';

/** Says who was first and when, or what else went wrong, and that the note is still there. */
export function ActionError({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const when = useWhen();
  const errorText = useErrorText();
  if (error instanceof ApiError && error.status === 409 && error.problem.at) {
    const text = { name: nameOf(error.problem.by), when: when(error.problem.at) };
    const closed = error.problem.code === 'ALREADY_CLOSED';
    return <Notice tone="error">{t(closed ? 'alert.conflictClosed' : 'alert.conflictAck', text)}</Notice>;
  }
  if (error instanceof ApiError && error.problem.code === 'CRITICAL_NEEDS_PHYSICIAN') {
    return <Notice tone="error">{t('alert.criticalNeedsPhysician')}</Notice>;
  }
  return <Notice tone="error">{t('alert.notSaved', { detail: errorText(error) })}</Notice>;
}
