// A real Chromium, from the system's packages.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const CHROMIUM = [
  process.env.HOMEWARD_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((p) => p && existsSync(p));

export function launch() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-dev-shm-usage',
    ],
  });
}

/** A page signed in as a role, with language and colour scheme chosen. */
export async function openAs(
  browser,
  url,
  { role = 'nurse', scheme = 'light', language = 'en', width = 1440, height = 900 } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
  });
  await context.addInitScript((l) => window.localStorage.setItem('homeward.language', l), language);
  if (role) await context.addCookies([{ name: 'role', value: role, url }]);
  return context.newPage();
}
