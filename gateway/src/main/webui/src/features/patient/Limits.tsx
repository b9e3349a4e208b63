import { useTranslation } from 'react-i18next';
import { useWhen } from '../../components/When';
import { useCodes } from '../../lib/codes';
import type { Span } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { number, printUnit } from '../../lib/units';
import classes from './Patient.module.css';

type Props = { readonly series: Series; readonly spans: readonly (readonly Span[])[] };

function print(span: Span, unit: string, language: string): string {
  const { low, high } = span;
  const plain = (value: number | null) => (value === null ? '' : number(value, language));
  const text =
    low !== null && high !== null
      ? `${plain(low)}–${plain(high)}`
      : low !== null
        ? `≥ ${plain(low)}`
        : `≤ ${plain(high)}`;
  const printed = printUnit(unit);
  return printed ? `${text}\u00a0${printed}` : text;
}

/** The limits in force now, for each line of the chart. */
export function Limits({ series, spans }: Props) {
  const { t, i18n } = useTranslation();
  const { name } = useCodes();
  const several = series.lines.length > 1;
  const rows = series.lines.map((line, i) => ({ code: line.code, now: spans[i]?.at(-1) }));
  if (!several && !rows[0]?.now) return <p className={classes.limits}>{t('chart.noLimits')}</p>;
  return (
    <ul className={classes.limits}>
      {rows.map(({ code, now }, i) => (
        <li key={code}>
          {several && (
            <span className={classes.lineName} data-line={i}>
              {name(code)}
            </span>
          )}
          {now ? `${print(now, series.unit, i18n.language)} · ${t(`chart.${now.origin}`)}` : t('chart.noLimits')}
        </li>
      ))}
    </ul>
  );
}

/** The limits of the time shown in one sentence, each with how long it held. */
export function useLimitsText({ series, spans }: Props): string {
  const { t, i18n } = useTranslation();
  const when = useWhen();
  const { name } = useCodes();
  const lines = series.lines.flatMap((line, i) => {
    const list = spans[i] ?? [];
    if (list.length === 0) return [];
    const held = list.map((span, k) => {
      const text = print(span, series.unit, i18n.language);
      return k < list.length - 1
        ? t('chart.until', { limits: text, when: when(new Date(span.to).toISOString()) })
        : text;
    });
    return [`${series.lines.length > 1 ? `${name(line.code)} ` : ''}${held.join(', ')}`];
  });
  return lines.length > 0 ? t('chart.bands', { limits: lines.join('; ') }) : t('chart.noBands');
}
