import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import type { Role } from '../lib/api/types';
import { useSession } from '../lib/session';
import { Account } from './Account';
import { FeedBanner, FeedDot } from './FeedStatus';
import classes from './Shell.module.css';

type Item = { readonly to: string; readonly text: string };

const NAV: Readonly<Record<Role, readonly Item[]>> = {
  nurse: [
    { to: '/worklist', text: 'nav.worklist' },
    { to: '/tasks', text: 'nav.tasks' },
  ],
  physician: [
    { to: '/worklist', text: 'nav.worklist' },
    { to: '/tasks', text: 'nav.tasks' },
  ],
  gp: [
    { to: '/worklist', text: 'nav.shared' },
    { to: '/tasks', text: 'nav.tasks' },
  ],
  manager: [{ to: '/indicators', text: 'nav.indicators' }],
  'device-admin': [{ to: '/devices', text: 'nav.devices' }],
  'ops-admin': [{ to: '/devices', text: 'nav.devices' }],
  auditor: [{ to: '/audit', text: 'nav.audit' }],
  patient: [{ to: '/me', text: 'nav.own' }],
  carer: [{ to: '/me', text: 'nav.cared' }],
};

/** What is on screen on every page: where one is, who one is, whether it is live, and that this is not emergency care. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { me, role, zone, hasFeed } = useSession();
  const { pathname } = useLocation();
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('app.skip')}
      </a>
      <header className={`${classes.head} no-print`}>
        <NavLink to="/" className={classes.brand ?? ''} aria-label={t('app.name')}>
          <img src="/homeward.svg" alt="" width={26} height={26} />
          <span>{t('app.name')}</span>
        </NavLink>
        <nav aria-label={t('app.menu')} className={classes.nav}>
          {NAV[role].map((item) => (
            <NavLink
              key={item.to}
              to={item.to}
              className={classes.link ?? ''}
              data-active={(item.to === '/worklist' && /^\/(patients|alerts)/.test(pathname)) || undefined}
            >
              {t(item.text)}
            </NavLink>
          ))}
        </nav>
        <div className={classes.right}>
          {hasFeed && <FeedDot />}
          <Account />
        </div>
      </header>
      {hasFeed && <FeedBanner />}
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.foot}>
        <p className={classes.emergency}>{t('app.notEmergency', { number: me.emergencyNumber })}</p>
        <p>{t('app.hours')}</p>
        <p className={classes.zone}>
          {t('time.zone', { zone })} · {t('app.notSignedOff')}
        </p>
      </footer>
    </div>
  );
}
