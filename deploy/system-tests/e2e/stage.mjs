// What every script of this folder needs: the browser, signing in, axe, pictures, and steps that are counted.
//   HOMEWARD_GATEWAY_URL  where the gateway is (http://127.0.0.1:8080)
//   HOMEWARD_WEBUI        the dashboard's folder, whose node_modules have playwright-core and axe-core
//   CHROMIUM              the browser (found in the usual places otherwise)
//   HOMEWARD_SHOTS        a folder for pictures of what was seen (none otherwise)
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const webui = path.resolve(process.env.HOMEWARD_WEBUI ?? path.join(here, '../../../gateway/src/main/webui'));
const require = createRequire(path.join(webui, 'package.json'));
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const base = (process.env.HOMEWARD_GATEWAY_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => p && existsSync(p));
const shots = process.env.HOMEWARD_SHOTS;

let passed = 0;
let failed = 0;
const failures = [];

export async function step(name, page, body) {
  try {
    const result = await body();
    passed += 1;
    console.log(`ok    ${name}`);
    return result;
  } catch (error) {
    failed += 1;
    failures.push(name);
    console.log(`FAIL  ${name}\n      ${String(error.message ?? error).split('\n').slice(0, 12).join('\n      ')}`);
    await picture(page, `failed-${failed}`);
    return undefined;
  }
}

export async function picture(page, name) {
  if (!shots || !page) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: path.join(shots, `${name}.png`) }).catch(() => undefined);
}

export function check(condition, message) {
  if (!condition) throw new Error(message);
}

/** Waits until what the page shows is so; `look` gives what is seen, which the failure tells. */
export async function until(look, isSo, millis = 20_000) {
  const end = Date.now() + millis;
  let seen = await look();
  while (!isSo(seen)) {
    if (Date.now() > end) throw new Error(`it stays ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen = await look();
  }
}

export async function context(browser, options = {}) {
  const made = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB', ...options });
  made.setDefaultTimeout(20_000);
  return made;
}

export async function signIn(page, user) {
  await page.goto(`${base}/`);
  await page.getByRole('link', { name: /^(Sign in|Se connecter)$/ }).click();
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(user);
  await page.locator('#kc-login, [type=submit]').first().click();
  await page.getByRole('link', { name: /^(Sign out|Se déconnecter)$/ }).waitFor();
}

export async function settled(page) {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root'));
}

/** What fades in has too little contrast while it does; what turns for ever is not waited for. */
async function still(page) {
  await page.waitForFunction(() =>
    document.getAnimations().every((a) => a.playState !== 'running' || a.effect?.getComputedTiming().iterations === Infinity),
  );
}

export async function axe(page) {
  await settled(page);
  await still(page);
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`);
  });
  check(violations.length === 0, violations.join('\n'));
}

/** Runs a script in the browser and ends the process: 0 when every step succeeded. */
export async function run(script) {
  if (!executablePath) {
    console.log('no Chromium found: install the package chromium or set CHROMIUM\n0 passed, 1 failed');
    process.exit(1);
  }
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage'],
  });
  try {
    await script(browser);
  } finally {
    await browser.close();
  }
  if (failures.length > 0) console.log(`failed: ${failures.join('; ')}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
