import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import table from '../../components/DataTable.module.css';
import { Notice } from '../../components/Notice';
import { When } from '../../components/When';
import { rulesQuery } from '../../lib/api/queries';
import type { CarePlan } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import { useNames } from '../../lib/people';
import { useSession } from '../../lib/session';
import { quantity } from '../../lib/units';
import { EditThreshold } from './EditThreshold';
import classes from './Plan.module.css';
import { type LimitRow, limitRows } from './rows';

type Props = { readonly plan: CarePlan; readonly etag: string | null };

const COLUMNS = ['measure', 'low', 'high', 'exitBand', 'confirm', 'origin'] as const;

export function Thresholds({ plan, etag }: Props) {
  const { t } = useTranslation();
  const { physician, clinician } = useSession();
  const { codes } = useCodes();
  const rules = useQuery({ ...rulesQuery, retry: false }).data ?? [];
  const [editing, setEditing] = useState<LimitRow | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const rows = limitRows(plan, rules, codes, Date.now());
  return (
    <>
      <p className={classes.lead}>{t('plan.thresholdsHint')}</p>
      {!physician && (
        <div className={classes.inset}>
          <Notice tone="info">{t(clinician ? 'plan.whoMay' : 'plan.readOnly')}</Notice>
        </div>
      )}
      {saved !== null && (
        <div className={classes.inset}>
          <Notice tone="done">{t('plan.saved', { version: saved })}</Notice>
        </div>
      )}
      <table className={`${table.table} ${table.stack}`}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`plan.${column}`)}
              </th>
            ))}
            {physician && (
              <th scope="col">
                <span className="visually-hidden">{t('plan.edit')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ThresholdRow key={row.key} row={row} onEdit={physician ? () => setEditing(row) : null} />
          ))}
        </tbody>
      </table>
      {editing && (
        <EditThreshold
          row={editing}
          plan={plan}
          etag={etag}
          onClose={() => setEditing(null)}
          onSaved={(version) => {
            setSaved(version);
            setEditing(null);
          }}
        />
      )}
    </>
  );
}

function ThresholdRow({ row, onEdit }: { readonly row: LimitRow; readonly onEdit: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  const { name } = useCodes();
  const nameOf = useNames();
  const print = (v: number | null | undefined) =>
    typeof v === 'number' ? quantity(v, row.unit, i18n.language) : <span className={table.dim}>–</span>;
  const { limits, origin } = row;
  const planned = origin === 'plan';
  return (
    <tr>
      <td data-slot="lead" className={classes.measure}>
        {name(row.code)}
      </td>
      <td data-label={t('plan.low')} className={table.num}>
        {print(limits.low)}
      </td>
      <td data-label={t('plan.high')} className={table.num}>
        {print(limits.high)}
      </td>
      <td data-label={t('plan.exitBand')}>{print(limits.exitBand)}</td>
      <td data-label={t('plan.confirm')}>
        {limits.confirm ? t('plan.confirmed', limits.confirm) : origin === 'none' ? '–' : t('plan.confirmDefault')}
      </td>
      <td data-slot="wide" data-label={t('plan.origin')} className={classes.origin}>
        {planned ? t('plan.fromPlan') : origin === 'default' ? t('plan.fromDefault') : t('plan.none')}
        {planned && (limits.author || limits.from) && (
          <small>
            {limits.author && t('plan.by', { name: nameOf(limits.author) })} {limits.from && <When at={limits.from} />}
          </small>
        )}
        {planned && limits.reason && <small>{limits.reason}</small>}
      </td>
      {onEdit && (
        <td data-slot="action">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('plan.edit')}: ${name(row.code)}`}
            onClick={onEdit}
          >
            {t('plan.edit')}
          </Button>
        </td>
      )}
    </tr>
  );
}
