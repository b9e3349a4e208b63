import { Button } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import table from '../../components/DataTable.module.css';
import { Panel } from '../../components/Panel';
import { Empty, QueryView } from '../../components/QueryView';
import { usePageTitle } from '../../components/usePageTitle';
import { When } from '../../components/When';
import { get, url } from '../../lib/api/client';
import type { AuditEntry, Page } from '../../lib/api/types';
import { useNames } from '../../lib/people';
import classes from './Audit.module.css';

const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ pageParam, signal }) => get<Page<AuditEntry>>(pageParam, signal),
  initialPageParam: url('/api/v1/audit', { limit: 100 }),
  getNextPageParam: (last) => last.next ?? null,
});

export default function AuditPage() {
  const { t } = useTranslation();
  usePageTitle(t('audit.title'));
  const query = useInfiniteQuery(auditQuery);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h1 className={classes.title}>{t('audit.title')}</h1>
      <p className={classes.lead}>{t('audit.lead')}</p>
      <Panel flush>
        <QueryView
          query={query}
          skeletonRows={8}
          empty={{ when: () => items.length === 0, show: <Empty title={t('audit.empty')} /> }}
        >
          {() => (
            <table className={`${table.table} ${table.stack}`}>
              <thead>
                <tr>
                  {(['at', 'actor', 'action', 'object', 'outcome'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`audit.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map((entry) => (
                  <AuditRow key={entry.id} entry={entry} />
                ))}
              </tbody>
            </table>
          )}
        </QueryView>
      </Panel>
      {query.hasNextPage && (
        <Button variant="default" mt={12} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('state.more')}
        </Button>
      )}
    </>
  );
}

function AuditRow({ entry }: { readonly entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const role = i18n.exists(`role.${entry.role}`) ? t(`role.${entry.role}`) : entry.role;
  return (
    <tr>
      <td data-slot="lead">
        <When at={entry.at} />
      </td>
      <td data-label={t('audit.actor')}>
        {nameOf(entry.actor)}
        <small className={classes.under}>{role}</small>
      </td>
      <td data-label={t('audit.action')}>{entry.method}</td>
      <td data-slot="wide" className={classes.object}>
        {entry.route}
        {entry.resourceId && <small className={classes.under}>{entry.resourceId}</small>}
      </td>
      <td data-slot="action">
        {t(`audit.${entry.decision}`)} <small className={classes.status}>{entry.status}</small>
      </td>
    </tr>
  );
}
