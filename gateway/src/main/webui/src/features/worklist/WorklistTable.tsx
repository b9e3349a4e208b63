import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorklistRow } from '../../lib/api/types';
import { Row } from './Row';
import classes from './Worklist.module.css';

type Props = {
  readonly rows: readonly WorklistRow[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onAct: (row: WorklistRow) => void;
};

const COLUMNS = ['severity', 'patient', 'reason', 'lastReading', 'due', 'claimed', 'action'] as const;

export function WorklistTable({ rows, selected, onSelect, onAct }: Props) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);

  useEffect(() => {
    if (!selected) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(selected)}"] a`);
    if (link && !document.querySelector('[role="dialog"]')) link.focus();
  }, [selected]);

  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`worklist.head.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <Row key={row.id} row={row} selected={row.id === selected} onSelect={onSelect} onAct={onAct} />
        ))}
      </tbody>
    </table>
  );
}
