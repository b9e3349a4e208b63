import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import type { CarePlan } from '../../lib/api/types';
import { useNames } from '../../lib/people';
import { quantity } from '../../lib/units';
import { type LimitRow, sameThreshold } from './rows';

type Props = { readonly plan: CarePlan; readonly row: LimitRow };

/** Somebody saved first: which version, by whom, and what now holds. `plan` is the newer one, read again by then. */
export function PlanConflict({ plan, row }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const now = sameThreshold(plan, row);
  const print = (v: number | null | undefined) => (typeof v === 'number' ? quantity(v, row.unit, i18n.language) : '–');
  return (
    <Notice tone="error">
      {t('plan.conflict', {
        version: plan.version,
        by: now?.author ? t('plan.conflictBy', { name: nameOf(now.author) }) : '',
      })}
      {now && ` ${t('plan.nowInForce', { limits: `${print(now.low)} – ${print(now.high)}` })}.`}
    </Notice>
  );
}
