import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import { usePatientName } from '../../components/PatientName';
import { useErrorText } from '../../components/QueryView';
import { useWhen } from '../../components/When';
import { ApiError } from '../../lib/api/client';
import { OUTCOMES, type Task } from '../../lib/api/types';
import { pick } from '../../lib/i18n';
import { useNames } from '../../lib/people';
import { useCompleteTask } from './api';
import classes from './Tasks.module.css';

type Props = { readonly task: Task; readonly reason: string; readonly onClose: () => void };

/** Outcome and note of a task, with whom it is about and why. It stays open, note included, when somebody else was first. */
export function CompleteDialog({ task, reason, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [outcome, setOutcome] = useState('');
  const [note, setNote] = useState('');
  const patient = usePatientName(task.patientId);
  const complete = useCompleteTask();
  const submit = () => complete.mutate({ id: task.id, outcome, note }, { onSuccess: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('tasks.completeTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={classes.form}>
        <div>
          <p className={classes.title}>
            {patient} · {pick(task.title, i18n.language)}
          </p>
          {reason && <p className={classes.reason}>{reason}</p>}
        </div>
        {complete.isError && <CompleteError error={complete.error} />}
        <NativeSelect
          label={t('alert.outcome')}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
          data={[
            { value: '', label: t('alert.chooseOutcome') },
            ...OUTCOMES.map((value) => ({ value, label: t(`alert.outcomes.${value}`) })),
          ]}
        />
        <Textarea
          label={t('alert.note')}
          description={t('alert.noteHint')}
          autosize
          minRows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button disabled={!outcome} loading={complete.isPending} onClick={submit}>
            {t('tasks.complete')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function CompleteError({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const when = useWhen();
  const errorText = useErrorText();
  const first = error instanceof ApiError && error.status === 409 && error.problem.at ? error.problem : null;
  return (
    <Notice tone="error">
      {first
        ? t('tasks.conflict', { name: nameOf(first.by), when: when(first.at ?? '') })
        : t('alert.notSaved', { detail: errorText(error) })}
    </Notice>
  );
}
