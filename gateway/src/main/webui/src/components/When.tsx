import { useTranslation } from 'react-i18next';
import { useSession } from '../lib/session';
import { full, span, when } from '../lib/time/time';
import { useNow } from '../lib/time/useNow';

type Props = { readonly at: string; readonly age?: boolean };

/** An instant in the clinic's zone: the clock time, with the date past 12 hours, and its age where asked for. */
export function When({ at, age = false }: Props) {
  const { t, i18n } = useTranslation();
  const { zone } = useSession();
  const now = useNow();
  const instant = Date.parse(at);
  const text = when(instant, now, i18n.language, zone);
  return (
    <time dateTime={at} title={full(instant, i18n.language, zone)}>
      {text}
      {age && `, ${t('time.ago', { span: span(now - instant, i18n.language) })}`}
    </time>
  );
}

/** The same as text, for sentences. */
export function useWhen(): (at: string) => string {
  const { i18n } = useTranslation();
  const { zone } = useSession();
  const now = useNow();
  return (at) => when(Date.parse(at), now, i18n.language, zone);
}

export function Due({ at }: { readonly at: string }) {
  const { t, i18n } = useTranslation();
  const { zone } = useSession();
  const now = useNow();
  const instant = Date.parse(at);
  const late = instant < now;
  const distance = span(now - instant, i18n.language);
  return (
    <time dateTime={at} title={full(instant, i18n.language, zone)} data-late={late || undefined}>
      <span>{when(instant, now, i18n.language, zone)}</span>{' '}
      <small>{late ? t('time.overdue', { span: distance }) : t('time.inSpan', { span: distance })}</small>
    </time>
  );
}
