import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import { useErrorText } from '../../components/QueryView';
import { ApiError } from '../../lib/api/client';
import { carePlanQuery } from '../../lib/api/queries';
import type { CarePlan } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import { printUnit } from '../../lib/units';
import { useSavePlan } from './api';
import { check, type Draft, draftOf, withDraft } from './draft';
import classes from './Plan.module.css';
import { PlanConflict } from './PlanConflict';
import type { LimitRow } from './rows';

type Props = {
  readonly row: LimitRow;
  readonly plan: CarePlan;
  readonly etag: string | null;
  readonly onClose: () => void;
  readonly onSaved: (version: number) => void;
};

const FIELDS = [
  ['low', 'plan.low'],
  ['high', 'plan.high'],
  ['exitBand', 'plan.exitBand'],
] as const;

/** Changes the limits of one measure. What was typed survives a conflict; saving again answers the newer version. */
export function EditThreshold({ row, plan, etag, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { find, name } = useCodes();
  const errorText = useErrorText();
  const before = draftOf(row.limits);
  const [draft, setDraft] = useState<Draft>(before);
  const [asked, setAsked] = useState(false);
  const save = useSavePlan(plan.patientId);
  const code = find(row.code);
  const problems = check(draft, before, code);
  const shown = asked ? problems : {};
  const unit = printUnit(row.unit);
  const set = (field: keyof Draft) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setDraft((old) => ({ ...old, [field]: value }));
  };
  const error = (field: keyof Draft) => {
    const problem = shown[field];
    return problem ? t(`plan.error.${problem}`, { min: code?.min, max: code?.max }) : undefined;
  };
  const submit = () => {
    setAsked(true);
    if (Object.keys(problems).length > 0) return;
    const latest = client.getQueryData(carePlanQuery(plan.patientId).queryKey) ?? { data: plan, etag };
    const next = withDraft(latest.data, row, draft);
    save.mutate({ plan: next, etag: latest.etag }, { onSuccess: (answer) => onSaved(answer.data.version) });
  };
  const conflict = save.error instanceof ApiError && save.error.status === 412;
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('plan.editOf', { measure: name(row.code) })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {conflict && <PlanConflict plan={plan} row={row} />}
        {save.isError && !conflict && (
          <Notice tone="error">{t('alert.notSaved', { detail: errorText(save.error) })}</Notice>
        )}
        <p className={classes.text}>{t('plan.editHint')}</p>
        <div className={classes.fields}>
          {FIELDS.map(([field, label]) => (
            <TextInput
              key={field}
              label={unit ? `${t(label)} (${unit})` : t(label)}
              inputMode="decimal"
              value={draft[field]}
              onChange={set(field)}
              error={error(field)}
            />
          ))}
        </div>
        <div className={classes.fields}>
          <TextInput
            label={t('plan.confirmN')}
            inputMode="numeric"
            value={draft.n}
            onChange={set('n')}
            error={error('n')}
          />
          <TextInput
            label={t('plan.confirmOf')}
            inputMode="numeric"
            value={draft.of}
            onChange={set('of')}
            error={error('of')}
          />
        </div>
        <Textarea
          label={t('plan.reason')}
          description={t('plan.reasonHint')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={draft.reason}
          onChange={set('reason')}
          error={error('reason')}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('app.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
