import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { carePlanQuery } from '../../lib/api/queries';
import type { Patient } from '../../lib/api/types';
import { wristbandName } from '../../lib/people';
import { useSession } from '../../lib/session';
import { ageYears, clock, plainDate } from '../../lib/time/time';
import { useNow } from '../../lib/time/useNow';
import classes from './Patient.module.css';
import { StatusSentence } from './StatusSentence';

/** Enough to be sure who this is: name, birth date, age, sex, an identifier; how to reach them; how they are watched. */
export function IdentityHeader({ patient }: { readonly patient: Patient }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { zone } = useSession();
  const plan = useQuery(carePlanQuery(patient.id)).data?.data;
  const elsewhere = plan?.timeZone && plan.timeZone !== zone ? plan.timeZone : null;
  const identifier = patient.identifiers?.[0];
  return (
    <header className={classes.identity}>
      <div className={classes.who}>
        <h1 className={classes.name}>{wristbandName(patient.name)}</h1>
        <p className={classes.line}>
          {patient.birthDate && (
            <>
              <span>{t('patient.born', { date: plainDate(patient.birthDate, i18n.language) })}</span>
              <span>{t('time.age', { years: ageYears(patient.birthDate, now) })}</span>
            </>
          )}
          <span>{t(`sex.${patient.sex ?? 'unknown'}`)}</span>
          {identifier && <span title={identifier.system}>{t('patient.identifier', { value: identifier.value })}</span>}
        </p>
      </div>
      <dl className={classes.contact}>
        <div>
          <dt>{t('patient.phone')}</dt>
          <dd>{patient.phone ? <a href={`tel:${patient.phone}`}>{patient.phone}</a> : t('patient.noPhone')}</dd>
        </div>
        {patient.team && (
          <div>
            <dt>{t('patient.team')}</dt>
            <dd>{patient.team.name}</dd>
          </div>
        )}
        {elsewhere && (
          <div>
            <dt>{t('time.zone', { zone })}</dt>
            <dd>{t('time.patientZone', { zone: elsewhere, clock: clock(now, i18n.language, elsewhere) })}</dd>
          </div>
        )}
      </dl>
      <StatusSentence patient={patient} />
    </header>
  );
}
