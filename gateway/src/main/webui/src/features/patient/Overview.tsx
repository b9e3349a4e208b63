import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useOutletContext } from 'react-router';
import { Panel } from '../../components/Panel';
import { QueryView } from '../../components/QueryView';
import { patientAlertsQuery } from '../../lib/api/queries';
import type { Patient } from '../../lib/api/types';
import { Activity } from './Activity';
import { AlertList } from './AlertList';
import classes from './Patient.module.css';
import { isOpen } from './status';
import { Vitals } from './Vitals';

/** Vitals beside what is open and what was done. */
export default function Overview() {
  const { t } = useTranslation();
  const patient = useOutletContext<Patient>();
  const alerts = useQuery(patientAlertsQuery(patient.id));
  return (
    <div className={classes.columns}>
      <Vitals patientId={patient.id} alerts={alerts.data?.items ?? []} />
      <div className={classes.side}>
        <Panel title={t('patient.openAlerts')} flush>
          <QueryView query={alerts} skeletonRows={2}>
            {(page) => <AlertList alerts={page.items.filter(isOpen)} empty={t('patient.noOpenAlerts')} />}
          </QueryView>
        </Panel>
        {alerts.data?.items.some((a) => !isOpen(a)) && (
          <Panel title={t('patient.pastAlerts')} flush>
            <AlertList alerts={alerts.data.items.filter((a) => !isOpen(a)).slice(0, 8)} empty="" />
          </Panel>
        )}
        <Activity patientId={patient.id} />
      </div>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </div>
  );
}
