import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SeverityMark } from '../../components/SeverityMark';
import { Due, When } from '../../components/When';
import type { WorklistRow } from '../../lib/api/types';
import { pick } from '../../lib/i18n';
import { useNames, wristbandName } from '../../lib/people';
import { useSession } from '../../lib/session';
import { type Mark, mustBeSeen } from '../../lib/severity';
import { ageYears, plainDate } from '../../lib/time/time';
import classes from './Worklist.module.css';

type Props = {
  readonly row: WorklistRow;
  readonly selected: boolean;
  readonly onSelect: (id: string) => void;
  readonly onAct: (row: WorklistRow) => void;
};

/** The mark of a row. Without an alert it is never a bare green: no data and not monitored are states of their own. */
export function markOf(row: WorklistRow): Mark {
  if (row.openAlerts > 0 && row.priority) return row.priority;
  if (row.monitoring === 'not monitored') return 'not-monitored';
  return row.lastReadingAt ? 'in-range' : 'no-data';
}

export const Row = memo(function Row({ row, selected, onSelect, onAct }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const { clinician } = useSession();
  const { patient } = row;
  const mark = markOf(row);
  const word = mark === 'in-range' && row.openAlerts === 0 ? t('monitoring.monitored') : undefined;
  const name = wristbandName(patient.name);
  const review = row.nextAction === 'acknowledge' && mustBeSeen(row.priority);
  const action = clinician ? (review ? 'review' : row.nextAction) : 'none';
  return (
    <tr
      data-row={row.id}
      data-mark={mark}
      data-selected={selected || undefined}
      className={classes.row}
      onClick={() => onSelect(row.id)}
    >
      <td data-column="severity">
        <SeverityMark mark={mark} {...(word ? { text: word } : {})} />
      </td>
      <td data-column="patient">
        <Link to={`/patients/${row.id}`} className={classes.name} onFocus={() => onSelect(row.id)}>
          {name}
        </Link>
        <span className={classes.sub}>
          {patient.birthDate && `${t('time.age', { years: ageYears(patient.birthDate, Date.now()) })} · `}
          {patient.birthDate && plainDate(patient.birthDate, i18n.language)}
        </span>
      </td>
      <td data-column="reason">
        <span className={classes.reason}>{pick(row.reason, i18n.language) || t('worklist.noReason')}</span>
        {row.openAlerts > 1 && <span className={classes.sub}>{t('worklist.more', { count: row.openAlerts - 1 })}</span>}
      </td>
      <td data-column="lastReading" data-label={t('worklist.head.lastReading')}>
        {row.lastReadingAt ? <When at={row.lastReadingAt} /> : t('time.never')}
      </td>
      <td data-column="due" data-label={t('worklist.head.due')}>
        {row.dueAt && <Due at={row.dueAt} />}
      </td>
      <td data-column="claimed" data-label={t('worklist.head.claimed')}>
        {row.claimedBy ? (
          <span className={classes.person}>{nameOf(row.claimedBy)}</span>
        ) : (
          row.openAlerts > 0 && <em>{t('worklist.unclaimed')}</em>
        )}
      </td>
      <td data-column="action">
        <Button
          size="compact-sm"
          variant={action === 'acknowledge' || action === 'review' ? 'filled' : 'default'}
          aria-label={`${t(`worklist.action.${action}`)}: ${name}`}
          onClick={() => onAct(row)}
        >
          {t(`worklist.action.${action}`)}
        </Button>
      </td>
    </tr>
  );
});
