import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Panel';
import { Empty, QueryView } from '../../components/QueryView';
import { usePageTitle } from '../../components/usePageTitle';
import { useWhen } from '../../components/When';
import { patientAlertsQuery, patientsQuery } from '../../lib/api/queries';
import type { Patient } from '../../lib/api/types';
import { pick } from '../../lib/i18n';
import { useSession } from '../../lib/session';
import { AgreedPlan } from './AgreedPlan';
import { LatestReadings } from './LatestReadings';
import classes from './Own.module.css';

/** A patient's own page, or what a carer sees of it: plain words, the emergency number first, never "all good". */
export default function OwnPage() {
  const { t } = useTranslation();
  const { me, role } = useSession();
  usePageTitle(t(role === 'patient' ? 'own.title' : 'nav.cared'));
  const query = useQuery(patientsQuery());
  return (
    <div className={classes.page}>
      <Notice tone="warning">{t('own.emergency', { number: me.emergencyNumber })}</Notice>
      <QueryView
        query={query}
        empty={{ when: (page) => page.items.length === 0, show: <Empty title={t('own.none')} /> }}
      >
        {(page) =>
          page.items.map((patient) => <OwnFile key={patient.id} patient={patient} self={role === 'patient'} />)
        }
      </QueryView>
    </div>
  );
}

function OwnFile({ patient, self }: { readonly patient: Patient; readonly self: boolean }) {
  const { t } = useTranslation();
  const given = patient.name.given.join(' ');
  return (
    <>
      <h1 className={classes.hello}>{self ? t('own.hello', { name: given }) : `${given} ${patient.name.family}`}</h1>
      <p className={classes.next}>{t('own.next')}</p>
      <Panel title={t('own.latest')}>
        <LatestReadings patientId={patient.id} />
      </Panel>
      <Panel title={t('own.planTitle')}>
        <AgreedPlan patientId={patient.id} />
      </Panel>
      <Panel title={t('own.seen')}>
        <Seen patientId={patient.id} />
      </Panel>
    </>
  );
}

/** What was passed on to the team and whether somebody has looked; no severity word, which would only frighten. */
function Seen({ patientId }: { readonly patientId: string }) {
  const { t, i18n } = useTranslation();
  const when = useWhen();
  const query = useQuery(patientAlertsQuery(patientId));
  return (
    <QueryView
      query={query}
      skeletonRows={2}
      empty={{ when: (page) => page.items.length === 0, show: <p className={classes.text}>{t('own.nothingSeen')}</p> }}
    >
      {(page) => (
        <ul className={classes.list}>
          {page.items.slice(0, 5).map((alert) => (
            <li key={alert.id}>
              <span>{pick(alert.sentences, i18n.language) || alert.sentence}</span>
              <small>
                {alert.acknowledgedAt
                  ? t('own.seenBy', { when: when(alert.acknowledgedAt) })
                  : t('own.notSeen', { when: when(alert.raisedAt) })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
