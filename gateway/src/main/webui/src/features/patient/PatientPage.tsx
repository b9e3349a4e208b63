import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useParams } from 'react-router';
import { Notice } from '../../components/Notice';
import { Loading, QueryView } from '../../components/QueryView';
import { usePageTitle } from '../../components/usePageTitle';
import { patientQuery } from '../../lib/api/queries';
import { useSession } from '../../lib/session';
import { IdentityHeader } from './IdentityHeader';
import classes from './Patient.module.css';

const TABS = [
  { to: '', text: 'patient.tabs.overview' },
  { to: 'plan', text: 'patient.tabs.plan' },
  { to: 'tasks', text: 'patient.tabs.tasks' },
  { to: 'sharing', text: 'patient.tabs.sharing' },
] as const;

/** One patient: who it is stays on screen, the tabs change below. */
export default function PatientPage() {
  const { t } = useTranslation();
  const { patientId = '' } = useParams();
  usePageTitle(t('patient.file'));
  const { role } = useSession();
  const query = useQuery(patientQuery(patientId));
  return (
    <QueryView query={query} skeletonRows={6}>
      {(patient) => (
        <>
          <IdentityHeader patient={patient} />
          <nav className={classes.tabs} aria-label={t('patient.file')}>
            {TABS.map((tab) => (
              <NavLink key={tab.to} to={tab.to} end={tab.to === ''} className={classes.tab ?? ''}>
                {t(tab.text)}
              </NavLink>
            ))}
          </nav>
          {role === 'gp' && (
            <div className={classes.note}>
              <Notice tone="info">{t('patient.readOnly')}</Notice>
            </div>
          )}
          <Suspense fallback={<Loading rows={6} />}>
            <Outlet context={patient} />
          </Suspense>
        </>
      )}
    </QueryView>
  );
}
