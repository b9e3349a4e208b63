import { Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../lib/i18n';
import { useSession } from '../lib/session';
import classes from './Shell.module.css';

export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'fr' ? 'en' : 'fr';
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      className={classes.quiet ?? ''}
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      {t('app.otherLanguage')}
    </Button>
  );
}

export function SchemeButton() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <Button size="compact-sm" variant="subtle" className={classes.quiet ?? ''} onClick={() => setColorScheme(other)}>
      {t(other === 'dark' ? 'app.scheme.toDark' : 'app.scheme.toLight')}
    </Button>
  );
}

export function Account() {
  const { t } = useTranslation();
  const { me, role } = useSession();
  const place = me.teams[0]?.name;
  return (
    <div className={classes.account}>
      <LanguageButton />
      <SchemeButton />
      <div className={classes.who}>
        <span className={classes.name}>{me.name}</span>
        <small>
          {t(`role.${role}`)}
          {place && ` · ${place}`}
        </small>
      </div>
      <Button component="a" href="/logout" size="compact-sm" variant="default">
        {t('app.signOut')}
      </Button>
    </div>
  );
}
