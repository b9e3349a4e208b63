import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import { type Alert, OUTCOMES, type Outcome } from '../../lib/api/types';
import { useSession } from '../../lib/session';
import { ActionError } from './ActionError';
import classes from './Alert.module.css';
import { type Action, useAlertAction } from './api';

/** Acknowledge and resolve. A note that could not be sent is never thrown away. */
export function Actions({ alert }: { readonly alert: Alert }) {
  const { t } = useTranslation();
  const { me, physician } = useSession();
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const action = useAlertAction(alert.id, me.subject);
  const resolveButton = useRef<HTMLButtonElement>(null);
  const { isSuccess } = action;

  useEffect(() => {
    if (!isSuccess) return;
    setNote('');
    resolveButton.current?.focus();
  }, [isSuccess]);

  const run = (next: Action) => {
    if (!action.isPending) action.mutate(next);
  };
  const kind = action.variables?.kind;
  const mayResolve = alert.priority !== 'critical' || physician;
  const over = alert.status === 'closed' || alert.status === 'retrospective';
  if (over && !action.isError) {
    return <Notice tone="info">{t(alert.status === 'closed' ? 'alert.closedNoAction' : 'alert.retrospective')}</Notice>;
  }
  return (
    <section className={classes.actions} aria-label={t('worklist.head.action')}>
      {action.isError && <ActionError error={action.error} />}
      <Textarea
        label={t('alert.note')}
        description={t('alert.noteHint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        {alert.status === 'open' && (
          <Button
            loading={action.isPending && kind === 'acknowledge'}
            onClick={() => run({ kind: 'acknowledge', note })}
          >
            {t('alert.acknowledge')}
          </Button>
        )}
        {mayResolve && !over && (
          <div className={classes.resolve}>
            <NativeSelect
              aria-label={t('alert.outcome')}
              value={outcome}
              onChange={(event) => setOutcome(event.currentTarget.value as Outcome | '')}
              data={[
                { value: '', label: t('alert.chooseOutcome') },
                ...OUTCOMES.map((value) => ({ value, label: t(`alert.outcomes.${value}`) })),
              ]}
            />
            <Button
              ref={resolveButton}
              variant={alert.status === 'open' ? 'default' : 'filled'}
              disabled={!outcome}
              loading={action.isPending && kind === 'resolve'}
              onClick={() => outcome && run({ kind: 'resolve', outcome, note })}
            >
              {t('alert.resolve')}
            </Button>
          </div>
        )}
      </div>
      {!mayResolve && <p className={classes.hint}>{t('alert.criticalNeedsPhysician')}</p>}
    </section>
  );
}
