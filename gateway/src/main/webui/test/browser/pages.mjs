// Every route in a real Chromium, light and dark, English and French: axe with contrast, a strict content policy, no script
// error, and what only a real layout shows. `npm run test:browser`, after a build.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startMock } from '../mock/server.mjs';
import { CHROMIUM, launch, openAs } from './chromium.mjs';

const P0 = '/patients/00000000-0000-4000-a000-000000000000';
const ALERT = '00000000-0000-4000-d000-000000000000';
const ROUTES = [
  ['/', ''],
  ['/worklist?tab=all', 'nurse'],
  [`/worklist/alerts/${ALERT}`, 'nurse'],
  [P0, 'nurse'],
  [`${P0}/plan`, 'physician'],
  [`${P0}/tasks`, 'nurse'],
  [`${P0}/sharing`, 'nurse'],
  [`/alerts/${ALERT}`, 'physician'],
  ['/tasks?status=all', 'nurse'],
  ['/devices', 'device-admin'],
  ['/audit', 'auditor'],
  ['/indicators', 'manager'],
  ['/me', 'patient'],
  ['/nowhere', 'gp'],
];

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
if (!CHROMIUM) {
  console.log('no Chromium found: the pages were NOT looked at in a real browser (install the package chromium)');
  process.exit(0);
}

const problems = [];
let looked = 0;
const mock = await startMock();
const browser = await launch();

async function look(page, name) {
  await page.locator('h1, h2').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root'));
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document);
    const bad = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const small = [...document.querySelectorAll('button, nav a')]
      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24)
      .map((e) => `target under 24 px: ${e.outerHTML.slice(0, 100)}`);
    return [
      ...bad.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 140)} ${v.nodes[0].any[0]?.message ?? ''}`),
      ...(wide > 1 ? [`scrolls sideways by ${wide} px`] : []),
      ...small,
    ];
  });
  looked += 1;
  problems.push(...found.map((text) => `${name}: ${text}`));
}

for (const language of ['en', 'fr']) {
  for (const scheme of ['light', 'dark']) {
    for (const [path, role] of ROUTES) {
      const name = `${path} ${language} ${scheme}`;
      const page = await openAs(browser, mock.url, { role, scheme, language });
      page.on('pageerror', (e) => problems.push(`${name}: ${e.message}`));
      page.on('console', (m) => /Content Security Policy/.test(m.text()) && problems.push(`${name}: ${m.text()}`));
      await page.goto(mock.url + path);
      await look(page, name).catch((e) => problems.push(`${name}: ${e.message.split('\n')[0]} ${page.url()}`));
      await page.context().close();
    }
  }
}
for (const language of ['en', 'fr']) {
  for (const [path, role] of ROUTES) {
    const name = `${path} ${language} narrow`;
    const page = await openAs(browser, mock.url, { role, language, width: 390, height: 844 });
    await page.goto(mock.url + path);
    await look(page, name).catch((e) => problems.push(`${name}: ${e.message.split('\n')[0]} ${page.url()}`));
    await page.context().close();
  }
}
await browser.close();
await mock.stop();
for (const text of problems) console.log(`FAIL  ${text}`);
console.log(`${looked} pages looked at, ${problems.length} findings`);
process.exit(problems.length === 0 ? 0 : 1);
