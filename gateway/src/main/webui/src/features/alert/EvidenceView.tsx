import { useTranslation } from 'react-i18next';
import table from '../../components/DataTable.module.css';
import { When } from '../../components/When';
import type { Alert, Evidence } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import { useNames } from '../../lib/people';
import { number, quantity } from '../../lib/units';
import classes from './Alert.module.css';

/** Why the alert exists: the readings it used, the limit and where that came from, the rule, and what was left out. */
export function EvidenceView({ alert }: { readonly alert: Alert }) {
  const { t } = useTranslation();
  const evidence = alert.evidence ?? {};
  return (
    <section className={classes.section} aria-label={t('alert.why')}>
      <h3>{t('alert.why')}</h3>
      <ReadingsUsed evidence={evidence} />
      <dl className={classes.facts}>
        <ThresholdFact evidence={evidence} />
        <div>
          <dt>{t('alert.rule')}</dt>
          <dd>
            {t('alert.ruleVersion', { id: alert.rule.id, version: alert.rule.version })}
            {evidence.rule?.source && <small>{evidence.rule.source}</small>}
          </dd>
        </div>
        <Suppressed evidence={evidence} />
      </dl>
    </section>
  );
}

function ReadingsUsed({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useTranslation();
  const { name, value } = useCodes();
  const readings = evidence.readings ?? [];
  if (readings.length === 0) return <p className={classes.hint}>{t('alert.noReadings')}</p>;
  return (
    <div className={classes.scroll}>
      <table className={`${table.table} ${table.stack}`}>
        <caption className="visually-hidden">{t('alert.readings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('alert.reading')}</th>
            <th scope="col">{t('alert.part')}</th>
            <th scope="col">{t('alert.measured')}</th>
            <th scope="col">{t('alert.received')}</th>
            <th scope="col">{t('alert.quality')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => (
            <tr key={`${reading.id}-${reading.code}`}>
              <td data-slot="lead">
                <span className={table.num}>{value(reading)}</span>
                <small className={classes.under}>{name(reading.code)}</small>
              </td>
              <td data-label={t('alert.part')}>{t(`alert.role.${reading.role}`)}</td>
              <td data-label={t('alert.measured')}>
                <When at={reading.measuredAt} />
              </td>
              <td data-label={t('alert.received')}>{reading.receivedAt && <When at={reading.receivedAt} />}</td>
              <td data-slot="wide" data-label={t('alert.quality')} className={table.dim}>
                {t(`quality.${reading.validity}`)}, {t(`quality.${reading.timeQuality}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ThresholdFact({ evidence }: { readonly evidence: Evidence }) {
  const { t, i18n } = useTranslation();
  const { find, name } = useCodes();
  const nameOf = useNames();
  const limit = evidence.threshold;
  if (!limit) return null;
  const unit = find(limit.code)?.unit;
  const print = (v: number) => quantity(v, unit, i18n.language);
  const parts = [
    typeof limit.low === 'number' && typeof limit.high === 'number'
      ? t('chart.limits', { low: number(limit.low, i18n.language), high: print(limit.high) })
      : typeof limit.low === 'number'
        ? t('chart.below', { low: print(limit.low) })
        : typeof limit.high === 'number' && t('chart.above', { high: print(limit.high) }),
    limit.confirm && t('alert.confirm', limit.confirm),
    typeof limit.exitBand === 'number' && t('alert.exitBand', { band: print(limit.exitBand) }),
  ].filter((part) => typeof part === 'string');
  const own = limit.origin === 'patient' || limit.origin === 'scale-2';
  return (
    <div>
      <dt>{t('alert.threshold')}</dt>
      <dd>
        <strong>{name(limit.code)}</strong> {parts.join(' · ')}
        <small>
          {t(own ? 'alert.origin.plan' : 'alert.origin.default', { version: limit.planVersion ?? '–' })}
          {own && limit.author && `, ${t('alert.setBy', { name: nameOf(limit.author) })}`}
        </small>
      </dd>
    </div>
  );
}

function Suppressed({ evidence }: { readonly evidence: Evidence }) {
  const { t, i18n } = useTranslation();
  const left = evidence.suppressed ?? [];
  return (
    <div>
      <dt>{t('alert.suppressed')}</dt>
      <dd>
        {left.length === 0
          ? t('alert.notSuppressed')
          : left.map((item) => {
              const key = `alert.suppressedBecause.${item.reason}`;
              return <span key={item.readingId}>{i18n.exists(key) ? t(key) : item.reason}</span>;
            })}
      </dd>
    </div>
  );
}
