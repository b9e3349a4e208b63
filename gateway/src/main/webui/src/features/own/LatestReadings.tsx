import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../components/QueryView';
import { When } from '../../components/When';
import { readingsQuery } from '../../lib/api/queries';
import { useCodes } from '../../lib/codes';
import { toSeries } from '../../lib/series';
import classes from './Own.module.css';

export function LatestReadings({ patientId }: { readonly patientId: string }) {
  const { t } = useTranslation();
  const { codes, name, reading: print } = useCodes();
  const query = useQuery(readingsQuery(patientId, 720));
  return (
    <QueryView
      query={query}
      skeletonRows={3}
      empty={{ when: (data) => data.items.length === 0, show: <p className={classes.text}>{t('own.noReading')}</p> }}
    >
      {(data) => (
        <dl className={classes.readings}>
          {toSeries(data.items, codes).map((series) => {
            const latest = series.readings.at(-1);
            return (
              latest && (
                <div key={series.code}>
                  <dt>{name(series.code)}</dt>
                  <dd>
                    <strong>{print(latest)}</strong>
                    <small>
                      <When at={latest.measuredAt} age />
                    </small>
                  </dd>
                </div>
              )
            );
          })}
        </dl>
      )}
    </QueryView>
  );
}
