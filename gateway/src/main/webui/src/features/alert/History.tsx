import { useTranslation } from 'react-i18next';
import { When } from '../../components/When';
import type { Alert } from '../../lib/api/types';
import { useNames } from '../../lib/people';
import classes from './Alert.module.css';

export function History({ alert }: { readonly alert: Alert }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const notes = alert.notes ?? [];
  return (
    <section className={classes.section} aria-label={t('alert.history')}>
      <h3>{t('alert.history')}</h3>
      {notes.length === 0 && <p className={classes.hint}>{t('alert.noHistory')}</p>}
      <ol className={classes.history}>
        {notes.map((note) => (
          <li key={`${note.at}-${note.action}`}>
            <div>
              <strong className={classes.action}>
                {i18n.exists(`alert.action.${note.action}`) ? t(`alert.action.${note.action}`) : note.action}
              </strong>
              {' · '}
              {nameOf(note.by)}
              {' · '}
              <span className={classes.dim}>
                <When at={note.at} />
              </span>
            </div>
            {note.text && <p>{note.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
