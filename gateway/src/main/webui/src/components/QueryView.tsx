import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../lib/api/client';
import { span } from '../lib/time/time';
import { useNow } from '../lib/time/useNow';
import { Notice } from './Notice';
import classes from './QueryView.module.css';

type Props<T> = {
  readonly query: UseQueryResult<T>;
  readonly empty?: { readonly when: (data: T) => boolean; readonly show: ReactNode };
  readonly skeletonRows?: number;
  readonly children: (data: T) => ReactNode;
};

/** The four states of a query, and the staleness of what is shown when a refresh fails. */
export function QueryView<T>({ query, empty, skeletonRows = 4, children }: Props<T>) {
  if (query.isPending) return <Loading rows={skeletonRows} />;
  if (query.data === undefined) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      {query.isError && <Stale since={query.dataUpdatedAt} retry={() => void query.refetch()} />}
      {empty?.when(query.data) ? empty.show : children(query.data)}
    </>
  );
}

export function Loading({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.loading} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, i) => `row-${i}`).map((key) => (
        <Skeleton key={key} height={34} radius={4} />
      ))}
    </div>
  );
}

export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t('state.error');
    if (error.status === 0) return t('state.noAnswer');
    if (error.status === 403) return t('state.forbidden');
    if (error.status === 404) return t('state.missing');
    return error.problem.detail ?? t('state.status', { status: error.status });
  };
}

function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { t } = useTranslation();
  const text = useErrorText();
  const final = error instanceof ApiError && (error.status === 403 || error.status === 404);
  return (
    <div className={classes.state} role="alert">
      <p className={classes.title}>{t('state.error')}</p>
      <p className={classes.hint}>{text(error)}</p>
      {!final && (
        <Button variant="default" size="xs" onClick={retry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  );
}

function Stale({ since, retry }: { readonly since: number; readonly retry: () => void }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return (
    <Notice
      tone="warning"
      action={
        <Button variant="default" size="xs" onClick={retry}>
          {t('state.retry')}
        </Button>
      }
    >
      {t('state.stale', { age: span(now - since, i18n.language) })}
    </Notice>
  );
}

export function Empty({
  title,
  hint,
  action,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className={classes.state}>
      <p className={classes.title}>{title}</p>
      {hint && <p className={classes.hint}>{hint}</p>}
      {action}
    </div>
  );
}
