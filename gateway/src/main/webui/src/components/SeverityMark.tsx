import { useTranslation } from 'react-i18next';
import { MARKS, type Mark, type Shape } from '../lib/severity';
import classes from './SeverityMark.module.css';

const PATHS: Readonly<Record<Shape, React.ReactNode>> = {
  'triangle-filled': (
    <>
      <path d="M8 1.5 15 14H1Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      <path d="M8 6v4M8 11.6v.9" stroke="var(--hw-surface)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  triangle: (
    <path d="M8 2.2 14.2 13.4H1.800Z" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinejoin="round" />
  ),
  diamond: <path d="M8 1.3 14.7 8 8 14.7 1.3 8Z" fill="none" stroke="currentColor" strokeWidth="1.9" />,
  circle: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <path d="M8 7.2v4M8 4.600v.9" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  'square-hatched': (
    <>
      <rect x="2" y="2" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M2 9 9 2M2 14 14 2M7 14l7-7" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  dash: <path d="M3 8h10" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
};

type Props = { readonly mark: Mark; readonly word?: boolean; readonly size?: number; readonly text?: string };

/** Severity by shape, word and ink together; without the word on screen it is still there for a screen reader. */
export function SeverityMark({ mark, word = true, size = 16, text }: Props) {
  const { t } = useTranslation();
  const said = text ?? t(`severity.${mark}`);
  return (
    <span className={classes.mark} data-mark={mark}>
      <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className={classes.icon}>
        {PATHS[MARKS[mark].shape]}
      </svg>
      <span className={word ? classes.word : 'visually-hidden'}>{said}</span>
    </span>
  );
}
