import { useTranslation } from 'react-i18next';
import { SeverityMark } from '../../components/SeverityMark';
import type { Series } from '../../lib/series';
import classes from './Patient.module.css';

/** What the charts are drawn with; signs for doubtful values only where there are any. */
export function Legend({ series }: { readonly series: readonly Series[] }) {
  const { t } = useTranslation();
  const found = new Set(series.flatMap((one) => one.readings.map((reading) => reading.validity)));
  return (
    <ul className={classes.legend}>
      <li>
        <i className={classes.hatch} aria-hidden="true" /> {t('chart.legendBand')}
      </li>
      <li>
        <SeverityMark mark="critical" size={13} word={false} text="" /> {t('chart.legendAlert')}
      </li>
      <li>{t('chart.legendGap')}</li>
      {found.has('questioned') && (
        <li>
          <i className={classes.questioned} aria-hidden="true" /> {t('chart.legendQuestioned')}
        </li>
      )}
      {found.has('invalid') && (
        <li>
          <i className={classes.invalid} aria-hidden="true">
            ×
          </i>{' '}
          {t('chart.legendInvalid')}
        </li>
      )}
      <li>{t('chart.keys')}</li>
    </ul>
  );
}
