import type { ReactNode } from 'react';
import classes from './Panel.module.css';

type Props = {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
};

/** A titled surface. `flush` lets a table or a list reach its edges. */
export function Panel({ title, aside, children, flush = false }: Props) {
  return (
    <section className={classes.panel} aria-label={title}>
      {title && (
        <header className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          {aside}
        </header>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
