import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Panel } from '../../components/Panel';
import { Empty, QueryView } from '../../components/QueryView';
import { usePageTitle } from '../../components/usePageTitle';
import type { TaskStatus } from '../../lib/api/types';
import { taskAlertsQuery, tasksQuery } from './api';
import classes from './Tasks.module.css';
import { TaskTable } from './TaskTable';

const STATUSES: readonly TaskStatus[] = ['open', 'completed', 'cancelled'];

/** The team's tasks by due time; the filter lives in the URL. */
export default function TasksPage() {
  const { t } = useTranslation();
  usePageTitle(t('tasks.title'));
  const [params, setParams] = useSearchParams();
  const chosen = params.get('status') ?? 'open';
  const status = STATUSES.find((s) => s === chosen) ?? null;
  const mine = params.get('who') === 'mine';
  const query = useQuery(tasksQuery(status, mine ? 'me' : null));
  const alerts = useQuery({ ...taskAlertsQuery(status === 'open'), retry: false }).data?.items;
  const set = (name: string, value: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <div className={classes.toolbar}>
        <h1>{t('tasks.title')}</h1>
        <NativeSelect
          size="xs"
          aria-label={t('tasks.statusLabel')}
          value={status ?? 'all'}
          onChange={(event) => set('status', event.currentTarget.value)}
          data={[...STATUSES, 'all'].map((s) => ({ value: s, label: t(`tasks.status.${s}`) }))}
        />
        <NativeSelect
          size="xs"
          aria-label={t('tasks.who')}
          value={mine ? 'mine' : 'all'}
          onChange={(event) => set('who', event.currentTarget.value)}
          data={[
            { value: 'all', label: t('tasks.everyone') },
            { value: 'mine', label: t('tasks.mine') },
          ]}
        />
      </div>
      <Panel flush>
        <QueryView
          query={query}
          skeletonRows={6}
          empty={{
            when: (page) => page.items.length === 0,
            show: <Empty title={t('tasks.empty')} hint={t('tasks.emptyHint')} />,
          }}
        >
          {(page) => <TaskTable tasks={page.items} alerts={alerts} showPatient />}
        </QueryView>
      </Panel>
    </>
  );
}
