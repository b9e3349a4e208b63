import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../components/QueryView';
import { carePlanQuery } from '../../lib/api/queries';
import type { Threshold } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import { number, quantity } from '../../lib/units';
import classes from './Own.module.css';

export function AgreedPlan({ patientId }: { readonly patientId: string }) {
  const { t, i18n } = useTranslation();
  const { name, find } = useCodes();
  const query = useQuery(carePlanQuery(patientId));
  const limits = (threshold: Threshold) => {
    const unit = find(threshold.code)?.unit;
    const { low, high } = threshold;
    if (typeof low === 'number' && typeof high === 'number') {
      return `${number(low, i18n.language)} – ${quantity(high, unit, i18n.language)}`;
    }
    return typeof low === 'number'
      ? `≥ ${quantity(low, unit, i18n.language)}`
      : `≤ ${quantity(high ?? 0, unit, i18n.language)}`;
  };
  return (
    <QueryView query={query} skeletonRows={2}>
      {({ data: plan }) => {
        const current = (plan.thresholds ?? []).filter((x) => !x.to || Date.parse(x.to) > Date.now());
        const due = plan.measurements ?? [];
        if (due.length === 0 && current.length === 0) return <p className={classes.text}>{t('plan.nothingDue')}</p>;
        return (
          <ul className={classes.list}>
            {due.map((m) => (
              <li key={m.id ?? m.code}>
                <strong>{name(m.code)}</strong>
                <small>
                  {t('plan.perDay', { count: m.perDay ?? 1 })}
                  {m.windows?.length
                    ? `, ${t('plan.windows', { windows: m.windows.join(', ').replaceAll('/', '–') })}`
                    : ''}
                </small>
              </li>
            ))}
            {current.map((threshold) => (
              <li key={threshold.id ?? threshold.code}>
                <strong>{name(threshold.code)}</strong>
                <small>{t('own.limits', { limits: limits(threshold) })}</small>
              </li>
            ))}
          </ul>
        );
      }}
    </QueryView>
  );
}
