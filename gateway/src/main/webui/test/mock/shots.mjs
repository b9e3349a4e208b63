// Takes pictures of the pages in a real Chromium: node test/mock/shots.mjs [name...]; they land in shots/.
import { mkdirSync } from 'node:fs';
import { launch, openAs } from '../browser/chromium.mjs';
import { startMock } from './server.mjs';

const P0 = '/patients/00000000-0000-4000-a000-000000000000';
const SHOTS = {
  landing: { role: '', path: '/' },
  worklist: { path: '/worklist' },
  'worklist-fr': { path: '/worklist', language: 'fr' },
  'worklist-dark': { path: '/worklist', scheme: 'dark' },
  'worklist-narrow': { path: '/worklist', width: 390, height: 844 },
  patient: { path: P0, height: 1250 },
  'patient-dark-fr': { path: P0, scheme: 'dark', language: 'fr', height: 1250 },
  'patient-narrow': { path: P0, width: 390, height: 1600 },
  'patient-30d': { path: `${P0}?range=720`, height: 1250 },
  alert: { path: '/worklist/alerts/00000000-0000-4000-d000-000000000000' },
  'alert-page-fr': { path: '/alerts/00000000-0000-4000-d000-000000000003', language: 'fr' },
  plan: { path: `${P0}/plan`, role: 'physician' },
  'plan-edit': { path: `${P0}/plan`, role: 'physician', click: 'Change the limits: Systolic blood pressure' },
  tasks: { path: '/tasks' },
  share: { path: `${P0}/sharing` },
  own: { path: '/me', role: 'patient' },
  gp: { path: '/worklist', role: 'gp' },
  devices: { path: '/devices', role: 'device-admin' },
  audit: { path: '/audit', role: 'auditor', scheme: 'dark' },
  manager: { path: '/', role: 'manager' },
};

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
  await page.waitForTimeout(1500);
  if (shot.click) {
    await page.getByRole('button', { name: shot.click }).click();
    await page.waitForTimeout(400);
  }
  await page.screenshot({ path: `shots/${name}.png` });
  await page.context().close();
}
await browser.close();
await mock.stop();
