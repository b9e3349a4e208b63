/** The clinic's zone, used until the session says otherwise. */
export const CLINIC_ZONE = 'Europe/Paris';

const HOUR = 3_600_000;
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR' };

const locale = (language: string) => LOCALES[language.slice(0, 2)] ?? 'en-GB';

const cache = new Map<string, Intl.DateTimeFormat>();

function format(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}|${zone}|${JSON.stringify(options)}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale(language), { timeZone: zone, ...options });
    cache.set(key, found);
  }
  return found;
}

export function clock(instant: number, language: string, zone: string): string {
  return format(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

export function day(instant: number, language: string, zone: string, withYear = false): string {
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
  return format(language, zone, withYear ? { ...options, year: 'numeric' } : options).format(instant);
}

/** Clock time alone within 12 hours of now, else with the date, and with the year where it is not this one. */
export function when(instant: number, now: number, language: string, zone: string): string {
  const time = clock(instant, language, zone);
  if (Math.abs(now - instant) <= 12 * HOUR) return time;
  const yearOf = (t: number) => format('en', zone, { year: 'numeric' }).format(t);
  return `${day(instant, language, zone, yearOf(instant) !== yearOf(now))} ${time}`;
}

/** Everything: for titles and tables. */
export function full(instant: number, language: string, zone: string): string {
  return format(language, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(instant);
}

/** A date without a clock time, such as a birth date. */
export function plainDate(date: string, language: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  const at = Date.UTC(year ?? 1970, (month ?? 1) - 1, dayOfMonth ?? 1);
  return format(language, 'UTC', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** The last second of a calendar day in a zone. */
export function endOfDay(date: string, zone: string): number {
  const end = Date.parse(`${date}T23:59:59Z`);
  const wall = new Date(end).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
  return end - (Date.parse(`${wall}Z`) - end);
}

export function ageYears(birthDate: string, now: number): number {
  const born = new Date(`${birthDate.slice(0, 10)}T00:00:00Z`);
  const today = new Date(now);
  const years = today.getUTCFullYear() - born.getUTCFullYear();
  const before =
    today.getUTCMonth() < born.getUTCMonth() ||
    (today.getUTCMonth() === born.getUTCMonth() && today.getUTCDate() < born.getUTCDate());
  return before ? years - 1 : years;
}

/** "4 min", "3 h", "2 d": how long, in the coarsest unit that still says something. */
export function span(millis: number, language: string): string {
  const minutes = Math.max(0, Math.round(Math.abs(millis) / 60_000));
  if (minutes < 1) return language.startsWith('fr') ? "moins d'1 min" : 'under 1 min';
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} h`;
  const days = Math.round(hours / 24);
  return language.startsWith('fr') ? `${days} j` : `${days} d`;
}
