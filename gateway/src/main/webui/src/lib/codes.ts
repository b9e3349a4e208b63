import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { codesQuery } from './api/queries';
import type { Code, Measured, Reading } from './api/types';
import { number, printUnit, quantity } from './units';

const NO_CODES: readonly Code[] = [];

/** Names and printed values of measures, from the server's code table. */
export function useCodes() {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const { data = NO_CODES } = useQuery(codesQuery);
  return useMemo(() => {
    const find = (code: string) => data.find((c) => c.code === code || c.aliases?.includes(code));
    const name = (code: string | null | undefined) => {
      const found = code ? find(code) : undefined;
      if (!found) return code ?? '';
      return language.startsWith('fr') ? found.fr : found.en;
    };
    const value = (m: Measured): string => {
      if (typeof m.value === 'number') return quantity(m.value, m.unit, language);
      if (!m.special) return '–';
      const below = /low|below|lo|minus|neg/i.test(m.special);
      return t(below ? 'chart.special.low' : 'chart.special.high');
    };
    const reading = (r: Reading | (Measured & { readonly components?: readonly Measured[] })): string => {
      const parts = (r.components ?? []).filter((c) => typeof c.value === 'number');
      if (parts.length === 0) return value(r);
      const unit = printUnit(parts[0]?.unit);
      return `${parts.map((c) => number(c.value ?? 0, language)).join('/')}\u00a0${unit}`;
    };
    return { codes: data, find, name, value, reading };
  }, [data, language, t]);
}
