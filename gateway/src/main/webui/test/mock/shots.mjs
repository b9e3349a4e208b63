// Takes pictures of the pages in a real Chromium: node test/mock/shots.mjs [name...]; they land in shots/.
import { mkdirSync } from 'node:fs';
import { launch, openAs } from '../browser/chromium.mjs';
import { startMock } from './server.mjs';

const P0 = '/patients/00000000-0000-4000-a000-000000000000';
const ALERT = '00000000-0000-4000-d000-000000000000';
const PAGES = {
  landing: { role: '', path: '/' },
  worklist: { path: '/worklist' },
  'worklist-none': { path: '/worklist?q=zzz' },
  patient: { path: P0, height: 1250 },
  'patient-30d': { path: `${P0}?range=720`, height: 1250 },
  'patient-no-data': { path: '/patients/00000000-0000-4000-a000-000000000002' },
  alert: { path: `/worklist/alerts/${ALERT}` },
  'alert-page': { path: '/alerts/00000000-0000-4000-d000-000000000003' },
  plan: { path: `${P0}/plan`, role: 'physician' },
  'plan-edit': {
    path: `${P0}/plan`,
    role: 'physician',
    click: /^(Change the limits|Modifier les limites): (Systolic|Pression artérielle systolique)/,
  },
  tasks: { path: '/tasks' },
  'tasks-none': { path: '/tasks?status=cancelled' },
  'task-complete': { path: '/tasks', click: /^(Complete|Terminer): .*LAMBERT/ },
  share: { path: `${P0}/sharing` },
  'share-none': { path: '/patients/00000000-0000-4000-a000-000000000001/sharing' },
  own: { path: '/me', role: 'patient' },
  gp: { path: '/worklist', role: 'gp' },
  devices: { path: '/devices', role: 'device-admin' },
  audit: { path: '/audit', role: 'auditor' },
  manager: { path: '/', role: 'manager' },
};
const VARIANTS = {
  '': {},
  '-fr': { language: 'fr' },
  '-dark': { scheme: 'dark' },
  '-phone': { width: 390, height: 844, full: true },
  '-phone-dark-fr': { width: 390, height: 844, scheme: 'dark', language: 'fr', full: true },
};
const SHOTS = Object.fromEntries(
  Object.entries(PAGES).flatMap(([name, page]) =>
    Object.entries(VARIANTS).map(([suffix, variant]) => [`${name}${suffix}`, { ...page, ...variant }]),
  ),
);

const wanted = process.argv.slice(2);
mkdirSync('shots', { recursive: true });
const mock = await startMock();
const browser = await launch();
for (const [name, shot] of Object.entries(SHOTS).filter(([n]) => wanted.length === 0 || wanted.includes(n))) {
  const page = await openAs(browser, mock.url, shot);
  page.on('console', (m) => m.type() === 'error' && console.log(`${name}: ${m.text()}`));
  page.on('pageerror', (e) => console.log(`${name}: ${e.stack}`));
  await page.goto(mock.url + shot.path);
  await page.waitForLoadState('load');
  await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root, [class*=plotWait]'));
  await page.waitForTimeout(500);
  if (shot.click) {
    await page.getByRole('button', { name: shot.click }).first().click();
    await page.waitForTimeout(400);
  }
  await page.screenshot({ path: `shots/${name}.png`, fullPage: shot.full === true && !shot.click });
  await page.context().close();
}
await browser.close();
await mock.stop();
