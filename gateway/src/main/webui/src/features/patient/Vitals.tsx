import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Panel';
import { Empty, QueryView } from '../../components/QueryView';
import { readingsQuery, rulesQuery } from '../../lib/api/queries';
import type { Alert } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import { toSeries } from '../../lib/series';
import { useLimitHistory } from '../../lib/useLimitHistory';
import { Legend } from './Legend';
import { Measure } from './Measure';
import classes from './Patient.module.css';

const RANGES = ['24', '168', '720', '2160'] as const;
const HOUR = 3_600_000;

type Props = { readonly patientId: string; readonly alerts: readonly Alert[] };

/** All measures as small multiples on one time axis. */
export function Vitals({ patientId, alerts }: Props) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const range = RANGES.find((r) => r === params.get('range')) ?? '168';
  // On a phone the last chart's axis is out of sight of the first.
  const narrow = useMediaQuery('(max-width: 760px)') ?? false;
  const [asTable, setAsTable] = useState(false);
  const [cursor, setCursor] = useState<number | null>(null);
  const query = useQuery(readingsQuery(patientId, Number(range)));
  const history = useLimitHistory(patientId);
  const rules = useQuery({ ...rulesQuery, retry: false }).data;
  const { codes } = useCodes();
  const items = query.data?.items;
  const series = useMemo(() => toSeries(items ?? [], codes), [items, codes]);
  const to = query.dataUpdatedAt || Date.now();
  const window = useMemo(() => ({ from: to - Number(range) * HOUR, to }), [to, range]);
  const rangeText = t(`chart.range.${range}`);
  return (
    <Panel
      title={t('patient.vitals')}
      flush
      aside={
        <div className={classes.tools}>
          <SegmentedControl
            size="xs"
            aria-label={t('chart.rangeLabel')}
            value={range}
            onChange={(value) => setParams({ range: value }, { replace: true })}
            data={RANGES.map((r) => ({ value: r, label: t(`chart.range.${r}`) }))}
          />
          <Button size="xs" variant="default" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'chart.asChart' : 'chart.asTable')}
          </Button>
        </div>
      }
    >
      <QueryView
        query={query}
        skeletonRows={8}
        empty={{
          when: (data) => data.items.length === 0,
          show: <Empty title={t('chart.empty', { range: rangeText })} hint={t('chart.emptyHint')} />,
        }}
      >
        {(data) => (
          <>
            {data.truncated && <Notice tone="warning">{t('chart.truncated')}</Notice>}
            {series.map((one, i) => (
              <Measure
                key={one.code}
                series={one}
                window={window}
                rangeText={rangeText}
                history={history}
                rules={rules ?? []}
                alerts={alerts}
                asTable={asTable}
                axis={narrow || i === series.length - 1}
                cursor={cursor}
                onCursor={setCursor}
              />
            ))}
            {!asTable && <Legend series={series} />}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
