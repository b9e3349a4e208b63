import { useTranslation } from 'react-i18next';
import { useWhen } from '../../components/When';
import { useCodes } from '../../lib/codes';
import { limitsAt, outside, type Span } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { number, quantity } from '../../lib/units';

/** How many of a chart's readings lay outside the limits that held when they were measured; null without limits. */
export function countOutside(series: Series, spans: readonly (readonly Span[])[]): number | null {
  if (spans.every((list) => list.length === 0)) return null;
  const ids = new Set<string>();
  series.lines.forEach((line, i) => {
    for (const point of line.points) {
      if (outside(point.value, limitsAt(spans[i] ?? [], point.at))) ids.add(point.reading.id);
    }
  });
  return ids.size;
}

/** The chart in one sentence, made from its data. */
export function useSummary(series: Series, spans: readonly (readonly Span[])[], range: string): string {
  const { t, i18n } = useTranslation();
  const when = useWhen();
  const { name, reading } = useCodes();
  const latest = series.readings.at(-1);
  const count = series.readings.length;
  if (!latest || series.lines.every((l) => l.points.length === 0)) {
    return t('chart.unusable', { name: name(series.code), count });
  }
  const off = countOutside(series, spans);
  const ends = (pick: (...values: number[]) => number) =>
    series.lines.filter((line) => line.points.length > 0).map((line) => pick(...line.points.map((p) => p.value)));
  const join = (values: number[]) =>
    values
      .map((v, i) => (i === values.length - 1 ? quantity(v, series.unit, i18n.language) : number(v, i18n.language)))
      .join('/');
  return t(count === 1 ? 'chart.summaryOne' : 'chart.summary', {
    name: name(series.code),
    count,
    range,
    low: join(ends(Math.min)),
    high: join(ends(Math.max)),
    latest: reading(latest),
    when: when(latest.measuredAt),
    outside:
      off === null ? t('chart.noLimits') : off === 0 ? t('chart.allInside') : t('chart.someOutside', { count: off }),
  });
}
