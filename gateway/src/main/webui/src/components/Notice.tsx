import type { ReactNode } from 'react';
import classes from './Notice.module.css';

type Props = {
  readonly tone: 'info' | 'warning' | 'error' | 'done';
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

/** A sentence that must be read, inside the page and at the place that it is about. */
export function Notice({ tone, children, action }: Props) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}
