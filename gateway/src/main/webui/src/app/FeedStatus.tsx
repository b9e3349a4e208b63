import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../lib/feed/FeedProvider';
import { pick } from '../lib/i18n';
import { span } from '../lib/time/time';
import { useNow } from '../lib/time/useNow';
import classes from './Shell.module.css';

export function FeedDot() {
  const { t } = useTranslation();
  const { state } = useFeed();
  const text = { live: t('feed.live'), connecting: t('feed.connecting'), lost: t('feed.notLive') }[state.kind];
  return (
    <span className={classes.live} data-state={state.kind}>
      <span className={classes.dot} aria-hidden="true" />
      <span>{text}</span>
    </span>
  );
}

/** Never silence: a lost feed says how old the page is; a new alert is announced politely. */
export function FeedBanner() {
  const { t, i18n } = useTranslation();
  const { state, lastAlert, missed, retryNow } = useFeed();
  const now = useNow(5_000);
  const announced = lastAlert
    ? t('feed.newAlert', {
        priority: t(`severity.${lastAlert.priority ?? 'medium'}`).toLocaleLowerCase(i18n.language),
        sentence: pick(lastAlert.sentences, i18n.language) || (lastAlert.sentence ?? ''),
      })
    : '';
  return (
    <>
      <div aria-live="polite" className="visually-hidden">
        {announced}
        {missed && t('feed.gap')}
      </div>
      {state.kind === 'lost' && (
        <div className={classes.banner} role="alert">
          <span>{t('feed.lost', { age: span(now - state.since, i18n.language) })}</span>
          <Button size="compact-xs" variant="default" onClick={retryNow}>
            {t('feed.reconnect')}
          </Button>
        </div>
      )}
    </>
  );
}
