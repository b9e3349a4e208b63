import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/Notice';
import { usePageTitle } from '../../components/usePageTitle';
import { changeLanguage } from '../../lib/i18n';
import classes from './LandingPage.module.css';

type Props = { readonly state: 'checking' | 'signed-out' | 'ended' | 'failed'; readonly onRetry?: () => void };

/** Signing in leads back to the page that was asked for. */
function signInUrl(): string {
  const { pathname } = window.location;
  return pathname === '/' ? '/login' : `/login?to=${encodeURIComponent(pathname)}`;
}

/** The page before the sign-in; it knows nothing about anybody. */
export function LandingPage({ state, onRetry }: Props) {
  const { t, i18n } = useTranslation();
  usePageTitle(t('signIn.button'));
  const refused = new URLSearchParams(window.location.search).get('signin') === 'failed';
  const other = i18n.language === 'fr' ? 'en' : 'fr';
  if (state === 'checking') {
    return (
      <main className={classes.page}>
        <h1 className="visually-hidden">{t('app.name')}</h1>
        <Loader size="sm" aria-label={t('state.loading')} />
      </main>
    );
  }
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <div className={classes.brand}>
          <img src="/homeward.svg" alt="" width={40} height={40} />
          <span>
            {t('app.name')}
            <small>{t('app.tagline')}</small>
          </span>
        </div>
        <h1 className={classes.title}>{t('signIn.title')}</h1>
        <p className={classes.lead}>{t('signIn.lead')}</p>
        {state === 'ended' && <Notice tone="warning">{t('signIn.ended')}</Notice>}
        {state === 'signed-out' && refused && <Notice tone="error">{t('signIn.failed')}</Notice>}
        {state === 'failed' && <Notice tone="error">{t('state.noAnswer')}</Notice>}
        {state === 'failed' && <Button onClick={onRetry}>{t('state.retry')}</Button>}
        {(state === 'signed-out' || state === 'ended') && (
          <>
            <Button component="a" href={signInUrl()} size="md" fullWidth>
              {t('signIn.button')}
            </Button>
            <p className={classes.hint}>{t('signIn.hint')}</p>
          </>
        )}
        <footer className={classes.foot}>
          <span>{t('app.notEmergency', { number: '112' })}</span>
          <Button size="compact-sm" variant="subtle" lang={other} onClick={() => void changeLanguage(other)}>
            {t('app.otherLanguage')}
          </Button>
        </footer>
      </main>
    </div>
  );
}
