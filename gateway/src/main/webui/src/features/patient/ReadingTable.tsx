import { useTranslation } from 'react-i18next';
import table from '../../components/DataTable.module.css';
import { useCodes } from '../../lib/codes';
import { limitsAt, outside, type Span } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { useSession } from '../../lib/session';
import { full } from '../../lib/time/time';
import classes from './Patient.module.css';

type Props = { readonly series: Series; readonly spans: readonly (readonly Span[])[]; readonly summary: string };

/** The same readings as a table, newest first. */
export function ReadingTable({ series, spans, summary }: Props) {
  const { t, i18n } = useTranslation();
  const { zone } = useSession();
  const { reading: print } = useCodes();
  const off = new Set(
    series.lines.flatMap((line, i) =>
      line.points.filter((p) => outside(p.value, limitsAt(spans[i] ?? [], p.at))).map((p) => p.reading.id),
    ),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.tableScroll} tabIndex={0} aria-label={summary}>
      <table className={table.table}>
        <caption className={classes.caption}>{summary}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.measured')}</th>
            <th scope="col">{t('chart.value')}</th>
            <th scope="col">{t('chart.quality')}</th>
          </tr>
        </thead>
        <tbody>
          {[...series.readings].reverse().map((reading) => (
            <tr key={reading.id}>
              <td>{full(Date.parse(reading.measuredAt), i18n.language, zone)}</td>
              <td className={table.num}>
                {print(reading)}
                {off.has(reading.id) && <span className={classes.off}> ▲ {t('chart.legendBand')}</span>}
              </td>
              <td className={table.dim}>
                {t(`quality.${reading.validity}`)}, {t(`quality.${reading.timeQuality}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
