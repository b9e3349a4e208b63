import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorklistTab } from '../../lib/api/types';
import { useSession } from '../../lib/session';
import { PRIORITIES } from '../../lib/severity';
import { type Filters, TABS } from './filters';
import classes from './Worklist.module.css';

type Props = {
  readonly filters: Filters;
  readonly counts: Readonly<Record<WorklistTab, number>> | undefined;
  readonly onChange: (name: 'tab' | 'q' | 'priority', value: string | null) => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
};

export function Toolbar({ filters, counts, onChange, searchBox, onHelp }: Props) {
  const { t } = useTranslation();
  const { clinician } = useSession();
  const tabs = clinician ? TABS : (['all'] as const);
  return (
    <div className={classes.toolbar}>
      <h1 className={classes.title}>{t(clinician ? 'worklist.title' : 'worklist.readOnlyTitle')}</h1>
      <fieldset className={classes.tabs} aria-label={t('worklist.title')}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            className={classes.tab}
            aria-pressed={filters.tab === tab}
            onClick={() => onChange('tab', tab)}
          >
            {t(`worklist.tabs.${tab}`)}
            {counts && <span className={classes.count}>{counts[tab]}</span>}
          </button>
        ))}
      </fieldset>
      <div className={classes.filters}>
        <TextInput
          ref={searchBox}
          type="search"
          size="xs"
          className={classes.search ?? ''}
          aria-label={t('worklist.search')}
          placeholder={`${t('worklist.search')}  ( / )`}
          value={filters.query}
          onChange={(event) => onChange('q', event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <NativeSelect
          size="xs"
          aria-label={t('worklist.priority')}
          value={filters.priority ?? ''}
          onChange={(event) => onChange('priority', event.currentTarget.value || null)}
          data={[
            { value: '', label: t('worklist.anyPriority') },
            ...PRIORITIES.map((p) => ({ value: p, label: t(`severity.${p}`) })),
          ]}
        />
        <Button size="xs" variant="default" onClick={onHelp} aria-label={t('keys.title')}>
          ?
        </Button>
      </div>
    </div>
  );
}
