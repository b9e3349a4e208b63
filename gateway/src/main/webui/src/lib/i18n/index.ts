import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Bilingual } from '../api/types';
import type { en } from './en';

/** The shape of all texts: French is held to it by the compiler. */
export type Texts = Widen<typeof en>;
type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };

export type Language = 'en' | 'fr';
export const LANGUAGES: readonly Language[] = ['en', 'fr'];
const KEY = 'homeward.language';

export function preferredLanguage(): Language {
  const stored = window.localStorage.getItem(KEY);
  const wanted = stored ?? window.navigator.language;
  return wanted.startsWith('fr') ? 'fr' : 'en';
}

export function hasChosenLanguage(): boolean {
  return window.localStorage.getItem(KEY) !== null;
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const texts = language === 'fr' ? (await import('./fr')).fr : (await import('./en')).en;
  i18next.addResourceBundle(language, 'translation', texts);
}

export async function startI18n(language: Language = preferredLanguage()): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: {},
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  }
  await changeLanguage(language, false);
}

let wanted: Language | undefined;

/** The last wish holds, whichever texts arrive first; a person's own choice is kept before they are loaded. */
export async function changeLanguage(language: Language, remember = true): Promise<void> {
  wanted = language;
  if (remember) window.localStorage.setItem(KEY, language);
  await load(language);
  if (wanted !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** One of the two texts that the server sends for everything it words itself. */
export function pick(text: Bilingual | null | undefined, language: string): string {
  if (!text) return '';
  return language.startsWith('fr') ? text.fr : text.en;
}
