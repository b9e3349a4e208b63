/** How a UCUM unit is printed. What is not listed is printed as it is. */
const PRINTED: Readonly<Record<string, string>> = { 'mm[Hg]': 'mmHg', Cel: '°C', '[degF]': '°F', '{score}': '' };

export function printUnit(unit: string | null | undefined): string {
  if (!unit) return '';
  return PRINTED[unit] ?? unit;
}

/** A value with its unit. French prints a decimal comma. A special value is said in words by the caller. */
export function quantity(value: number, unit: string | null | undefined, language: string): string {
  const text = number(value, language);
  const printed = printUnit(unit);
  return printed ? `${text}\u00a0${printed}` : text;
}

export function number(value: number, language: string): string {
  return value.toLocaleString(language.startsWith('fr') ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 2 });
}
