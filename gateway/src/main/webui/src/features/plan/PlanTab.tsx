import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Panel } from '../../components/Panel';
import { Empty, QueryView } from '../../components/QueryView';
import { When } from '../../components/When';
import { carePlanQuery, planVersionsQuery } from '../../lib/api/queries';
import type { CarePlan } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import { useNames } from '../../lib/people';
import { plainDate } from '../../lib/time/time';
import classes from './Plan.module.css';
import { Thresholds } from './Thresholds';

export default function PlanTab() {
  const { t, i18n } = useTranslation();
  const { patientId = '' } = useParams();
  const query = useQuery(carePlanQuery(patientId));
  return (
    <QueryView query={query} skeletonRows={6}>
      {({ data: plan, etag }) => (
        <div className={classes.columns}>
          <Panel
            title={t('plan.thresholds')}
            flush
            aside={<span className={classes.dim}>{t('plan.version', { version: plan.version })}</span>}
          >
            <Thresholds plan={plan} etag={etag} />
          </Panel>
          <div className={classes.side}>
            <Panel title={t('plan.measurements')}>
              <Measurements plan={plan} />
              <p className={classes.dim}>
                {plan.reviewOn
                  ? t('plan.review', { date: plainDate(plan.reviewOn, i18n.language) })
                  : t('plan.noReview')}
                {plan.timeZone && ` · ${t('plan.zone', { zone: plan.timeZone })}`}
              </p>
            </Panel>
            <Versions patientId={patientId} />
          </div>
        </div>
      )}
    </QueryView>
  );
}

function Measurements({ plan }: { readonly plan: CarePlan }) {
  const { t } = useTranslation();
  const { name } = useCodes();
  const due = plan.measurements ?? [];
  if (due.length === 0) return <p className={classes.text}>{t('plan.nothingDue')}</p>;
  return (
    <ul className={classes.list}>
      {due.map((m) => (
        <li key={m.id ?? m.code}>
          <strong>{name(m.code)}</strong>
          <span className={classes.dim}>
            {t('plan.perDay', { count: m.perDay ?? 1 })}
            {m.windows?.length ? `, ${t('plan.windows', { windows: m.windows.join(', ').replaceAll('/', '–') })}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Versions({ patientId }: { readonly patientId: string }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const query = useQuery(planVersionsQuery(patientId));
  return (
    <Panel title={t('plan.history')}>
      <QueryView
        query={query}
        skeletonRows={2}
        empty={{ when: (items) => items.length === 0, show: <Empty title={t('patient.noActivity')} /> }}
      >
        {(items) => (
          <ul className={classes.list}>
            {[...items]
              .sort((a, b) => b.version - a.version)
              .map((version) => (
                <li key={version.version}>
                  <strong>{t('plan.version', { version: version.version })}</strong>
                  <span className={classes.dim}>
                    {version.at && <When at={version.at} />}
                    {version.author && ` ${t('plan.by', { name: nameOf(version.author) })}`}
                  </span>
                  {version.reason && <span className={classes.text}>{version.reason}</span>}
                </li>
              ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}
