import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/Panel';
import { QueryView } from '../../components/QueryView';
import { When } from '../../components/When';
import { pick } from '../../lib/i18n';
import { timelineQuery } from './api';
import classes from './Patient.module.css';

export function Activity({ patientId }: { readonly patientId: string }) {
  const { t, i18n } = useTranslation();
  const query = useQuery(timelineQuery(patientId));
  return (
    <Panel title={t('patient.activity')}>
      <QueryView
        query={query}
        skeletonRows={3}
        empty={{
          when: (page) => page.items.length === 0,
          show: <p className={classes.none}>{t('patient.noActivity')}</p>,
        }}
      >
        {(page) => (
          <ol className={classes.activity}>
            {page.items.slice(0, 12).map((entry) => (
              <li key={`${entry.kind}-${entry.id}-${entry.at}`}>
                <span className={classes.activityAt}>
                  <When at={entry.at} />
                </span>
                <span>{pick(entry.text, i18n.language)}</span>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Panel>
  );
}
