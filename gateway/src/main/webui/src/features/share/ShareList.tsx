import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import table from '../../components/DataTable.module.css';
import { Notice } from '../../components/Notice';
import { useErrorText } from '../../components/QueryView';
import { useWhen } from '../../components/When';
import type { Share } from '../../lib/api/types';
import { useNames } from '../../lib/people';
import { useSession } from '../../lib/session';
import { day } from '../../lib/time/time';
import { useNow } from '../../lib/time/useNow';
import { stateOf, useShareActions } from './api';
import classes from './Share.module.css';

type Props = { readonly patientId: string; readonly shares: readonly Share[] };

export function ShareList({ patientId, shares }: Props) {
  const { t, i18n } = useTranslation();
  const { clinician, zone } = useSession();
  const nameOf = useNames();
  const when = useWhen();
  const now = useNow();
  const errorText = useErrorText();
  const { end } = useShareActions(patientId);
  const [ending, setEnding] = useState<string | null>(null);
  const stateText = (share: Share) => {
    const state = stateOf(share, now);
    if (state === 'active') return t('share.active');
    if (state === 'future') return t('share.future', { when: when(share.from ?? '') });
    return t('share.ended', { when: when(share.endedAt ?? share.until ?? '') });
  };
  return (
    <>
      {end.isError && <Notice tone="error">{errorText(end.error)}</Notice>}
      <table className={`${table.table} ${table.stack}`}>
        <thead>
          <tr>
            <th scope="col">{t('share.with')}</th>
            <th scope="col">{t('share.purpose')}</th>
            <th scope="col">{t('share.until')}</th>
            <th scope="col">{t('devices.status')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('share.end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.id} data-state={stateOf(share, now)} className={classes.row}>
              <td data-slot="wide">
                <strong>{nameOf(share.practitionerId)}</strong>
                {share.grantedAt && (
                  <small className={classes.under}>
                    {t('share.grantedBy', { name: nameOf(share.grantedBy), when: when(share.grantedAt) })}
                  </small>
                )}
              </td>
              <td data-slot="wide" data-label={t('share.purpose')}>
                {i18n.exists(`share.purposes.${share.purpose}`) ? t(`share.purposes.${share.purpose}`) : share.purpose}
              </td>
              <td data-label={t('share.until')}>
                {share.until ? day(Date.parse(share.until), i18n.language, zone, true) : t('share.noEnd')}
              </td>
              <td data-label={t('devices.status')}>{stateText(share)}</td>
              <td data-slot="last">
                {clinician && stateOf(share, now) !== 'ended' && (
                  <Button
                    size="compact-sm"
                    variant={ending === share.id ? 'filled' : 'default'}
                    aria-label={`${t(ending === share.id ? 'share.endConfirm' : 'share.end')}: ${nameOf(share.practitionerId)}`}
                    loading={end.isPending && end.variables === share.id}
                    onBlur={() => setEnding(null)}
                    onClick={() => (ending === share.id ? end.mutate(share.id) : setEnding(share.id))}
                  >
                    {t(ending === share.id ? 'share.endConfirm' : 'share.end')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
