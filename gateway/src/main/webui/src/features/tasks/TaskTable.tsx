import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import table from '../../components/DataTable.module.css';
import { usePatientName } from '../../components/PatientName';
import { SeverityMark } from '../../components/SeverityMark';
import { Due, useWhen, When } from '../../components/When';
import type { Alert, Task } from '../../lib/api/types';
import { pick } from '../../lib/i18n';
import { useNames } from '../../lib/people';
import { useSession } from '../../lib/session';
import { CompleteDialog } from './CompleteDialog';
import classes from './Tasks.module.css';

type Props = {
  readonly tasks: readonly Task[];
  readonly alerts: readonly Alert[] | undefined;
  readonly showPatient: boolean;
};

export function TaskTable({ tasks, alerts, showPatient }: Props) {
  const { t, i18n } = useTranslation();
  const { clinician } = useSession();
  const [completing, setCompleting] = useState<Task | null>(null);
  const reasonOf = (task: Task) => {
    const alert = alerts?.find((a) => task.alertIds?.includes(a.id));
    return alert ? pick(alert.sentences, i18n.language) || (alert.sentence ?? '') : '';
  };
  return (
    <>
      <table className={`${table.table} ${table.stack}`}>
        <thead>
          <tr>
            <th scope="col">{t('worklist.head.severity')}</th>
            <th scope="col">{t('tasks.task')}</th>
            {showPatient && <th scope="col">{t('tasks.patient')}</th>}
            <th scope="col">{t('tasks.due')}</th>
            <th scope="col">{t('tasks.assignee')}</th>
            <th scope="col">{t('tasks.opened')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('worklist.head.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              reason={reasonOf(task)}
              showPatient={showPatient}
              onComplete={clinician && task.status === 'open' ? () => setCompleting(task) : null}
            />
          ))}
        </tbody>
      </table>
      {completing && (
        <CompleteDialog task={completing} reason={reasonOf(completing)} onClose={() => setCompleting(null)} />
      )}
    </>
  );
}

type RowProps = {
  readonly task: Task;
  readonly reason: string;
  readonly showPatient: boolean;
  readonly onComplete: (() => void) | null;
};

function TaskRow({ task, reason, showPatient, onComplete }: RowProps) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const when = useWhen();
  const title = pick(task.title, i18n.language);
  const alertId = task.alertIds?.[0];
  const patient = usePatientName(task.patientId);
  return (
    <tr>
      <td data-slot="lead">{task.priority && <SeverityMark mark={task.priority} />}</td>
      <td data-slot="wide" className={classes.task}>
        <span className={classes.title}>{title}</span>
        {alertId && <Link to={`/alerts/${alertId}`}>{t('tasks.openAlert')}</Link>}
        {reason && <span className={classes.reason}>{reason}</span>}
        {task.status === 'completed' && task.completedAt && (
          <small>
            {t('tasks.completed', { name: nameOf(task.completedBy), when: when(task.completedAt) })}
            {task.note && ` – ${task.note}`}
          </small>
        )}
      </td>
      {showPatient && (
        <td data-label={t('tasks.patient')}>
          <Link to={`/patients/${task.patientId}`}>{patient}</Link>
        </td>
      )}
      <td data-label={t('tasks.due')} className={classes.due}>
        {task.dueAt && (task.status === 'open' ? <Due at={task.dueAt} /> : <When at={task.dueAt} />)}
      </td>
      <td data-label={t('tasks.assignee')}>
        {task.assignee ? (
          <span className={table.person}>{nameOf(task.assignee)}</span>
        ) : (
          <span className={table.dim}>{t('tasks.none')}</span>
        )}
      </td>
      <td data-label={t('tasks.opened')} className={table.dim}>
        <When at={task.openedAt} />
      </td>
      <td data-slot="action">
        {onComplete ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('tasks.complete')}: ${title}, ${patient}`}
            onClick={onComplete}
          >
            {t('tasks.complete')}
          </Button>
        ) : (
          <span className={table.dim}>{t(`tasks.status.${task.status}`)}</span>
        )}
      </td>
    </tr>
  );
}
