import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Panel';
import { useErrorText } from '../../components/QueryView';
import { ApiError } from '../../lib/api/client';
import { practitionersQuery } from '../../lib/api/queries';
import { useSession } from '../../lib/session';
import { endOfDay, plainDate } from '../../lib/time/time';
import { useShareActions } from './api';
import classes from './Share.module.css';

const PURPOSES = ['care', 'second-opinion', 'discharge-follow-up'] as const;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export function NewShareForm({ patientId }: { readonly patientId: string }) {
  const { t, i18n } = useTranslation();
  const { zone } = useSession();
  const errorText = useErrorText();
  const practitioners = useQuery(practitionersQuery('gp'));
  const { grant } = useShareActions(patientId);
  const [practitionerId, setPractitioner] = useState('');
  const [purpose, setPurpose] = useState<string>(PURPOSES[0]);
  const [until, setUntil] = useState(() => inDays(90));
  const [asked, setAsked] = useState(false);
  const shared = grant.error instanceof ApiError && grant.error.problem.code === 'ALREADY_SHARED';
  const early = until !== '' && until <= inDays(0);
  const submit = () => {
    setAsked(true);
    if (!practitionerId || early) return;
    const end = until ? new Date(endOfDay(until, zone)).toISOString() : null;
    const share = { practitionerId, purpose, from: new Date().toISOString(), until: end };
    grant.mutate(share, {
      onSuccess: () => {
        setPractitioner('');
        setAsked(false);
      },
    });
  };
  return (
    <Panel title={t('share.new')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {grant.isError && <Notice tone="error">{shared ? t('share.already') : errorText(grant.error)}</Notice>}
        {practitioners.isError && <Notice tone="error">{errorText(practitioners.error)}</Notice>}
        <NativeSelect
          label={t('share.practitioner')}
          value={practitionerId}
          onChange={(event) => setPractitioner(event.currentTarget.value)}
          error={asked && !practitionerId ? t('share.error.practitioner') : undefined}
          data={[
            { value: '', label: t('share.choose') },
            ...(practitioners.data ?? []).map((p) => ({ value: p.id, label: p.name })),
          ]}
        />
        <NativeSelect
          label={t('share.purpose')}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          data={PURPOSES.map((p) => ({ value: p, label: t(`share.purposes.${p}`) }))}
        />
        <TextInput
          type="date"
          label={t('share.until')}
          description={until ? t('share.toTheEndOf', { date: plainDate(until, i18n.language) }) : t('share.noEnd')}
          min={inDays(1)}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={asked && early ? t('share.error.until') : undefined}
        />
        <Button type="submit" loading={grant.isPending}>
          {t('share.submit')}
        </Button>
      </form>
    </Panel>
  );
}
