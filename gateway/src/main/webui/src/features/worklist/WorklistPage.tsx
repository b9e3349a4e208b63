import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { Empty, QueryView } from '../../components/QueryView';
import { usePageTitle } from '../../components/usePageTitle';
import type { WorklistRow } from '../../lib/api/types';
import { useSession } from '../../lib/session';
import { mustBeSeen } from '../../lib/severity';
import { useAcknowledgeRow, useClaimRow, worklistQuery } from './api';
import { matching, useFilters } from './filters';
import { KeysHelp } from './KeysHelp';
import { Outcome } from './Outcome';
import { Toolbar } from './Toolbar';
import { useKeys } from './useKeys';
import classes from './Worklist.module.css';
import { WorklistTable } from './WorklistTable';

/** Which patients need somebody now, why, and what to do: one row a patient. */
export default function WorklistPage() {
  const { t } = useTranslation();
  const session = useSession();
  usePageTitle(t(session.clinician ? 'worklist.title' : 'worklist.readOnlyTitle'));
  const navigate = useNavigate();
  const { search } = useLocation();
  const { filters, set } = useFilters(session.clinician ? 'needs-action' : 'all');
  const query = useInfiniteQuery(worklistQuery(filters.tab));
  const acknowledge = useAcknowledgeRow(session.me.subject);
  const claim = useClaimRow(session.me.subject);
  const [selected, setSelected] = useState<string | null>(null);
  const [help, setHelp] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);

  const all = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const rows = useMemo(() => matching(all, filters), [all, filters]);
  const at = rows.findIndex((row) => row.id === selected);
  const current = rows[at];

  const openPatient = (row: WorklistRow) => navigate(`/patients/${row.id}`);
  const openAlert = (row: WorklistRow) => navigate({ pathname: `/worklist/alerts/${row.topAlertId}`, search });
  const moveTo = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row) setSelected(row.id);
  };
  const act = (row: WorklistRow) => {
    if (!row.topAlertId || row.nextAction === 'none' || row.nextAction === 'call') return openPatient(row);
    if (!session.clinician || row.nextAction === 'resolve' || mustBeSeen(row.priority)) return openAlert(row);
    acknowledge.mutate(row);
    moveTo(rows.indexOf(row) + 1);
  };
  const shortcuts = useKeys({
    j: () => moveTo(at + 1),
    k: () => moveTo(at < 0 ? 0 : at - 1),
    enter: () => current && openPatient(current),
    a: () => session.clinician && current && act(current),
    s: () => session.clinician && current?.topAlertId && claim.mutate(current),
    '/': () => searchBox.current?.focus(),
    '?': () => setHelp(true),
  });

  const filtered = filters.query !== '' || filters.priority !== null;
  const total = query.data?.pages[0]?.counts?.[filters.tab];
  // Who is sought may be on a page that is not loaded yet: nobody is said to be absent before all were read.
  const searched =
    filtered && query.hasNextPage && total !== undefined
      ? t('worklist.searched', { loaded: all.length, all: total })
      : '';
  return (
    <>
      <Toolbar
        filters={filters}
        counts={query.data?.pages[0]?.counts}
        onChange={set}
        searchBox={searchBox}
        onHelp={() => setHelp(true)}
      />
      <Outcome mutation={acknowledge} />
      <div className={classes.surface}>
        <QueryView
          query={query}
          skeletonRows={8}
          empty={{
            when: () => rows.length === 0,
            show: filtered ? (
              <Empty
                title={t(searched ? 'worklist.noMatchYet' : 'worklist.noMatch')}
                action={
                  <div className={classes.choices}>
                    <Button variant="default" size="xs" onClick={() => navigate(`/worklist?tab=${filters.tab}`)}>
                      {t('worklist.clear')}
                    </Button>
                    {session.clinician && filters.tab !== 'all' && (
                      <Button variant="default" size="xs" onClick={() => set('tab', 'all')}>
                        {t('worklist.searchAll')}
                      </Button>
                    )}
                  </div>
                }
              />
            ) : (
              <Empty
                title={session.clinician ? t(`worklist.empty.${filters.tab}`) : t('worklist.emptyShared')}
                hint={t('worklist.emptyHint')}
              />
            ),
          }}
        >
          {() => <WorklistTable rows={rows} selected={selected} onSelect={setSelected} onAct={act} />}
        </QueryView>
      </div>
      {query.hasNextPage && (
        <div className={classes.more}>
          {searched && <p>{searched}</p>}
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('state.more')}
          </Button>
        </div>
      )}
      <p className={classes.legend}>{t('worklist.legend')}</p>
      <KeysHelp opened={help} onClose={() => setHelp(false)} on={shortcuts.on} onToggle={shortcuts.toggle} />
      <Outlet />
    </>
  );
}
