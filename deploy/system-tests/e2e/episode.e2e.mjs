// One episode from the device to its end, as the people of the ward see it: a reading goes out of range while the worklist is
// open, the row comes by itself, the chart shows the limits and the alert, the task is completed, the alert resolved.
//   HOMEWARD_INGEST_URL    where devices post (http://127.0.0.1:8081)
//   HOMEWARD_DEVICE_TOKEN  the token of a device of a monitored patient without an open alert
//   HOMEWARD_PATIENT       that patient's id
import { axe, base, check, context, picture, run, settled, signIn, step, until } from './stage.mjs';

const ingest = (process.env.HOMEWARD_INGEST_URL ?? 'http://127.0.0.1:8081').replace(/\/$/, '');
const patient = `/patients/${process.env.HOMEWARD_PATIENT}`;
const SPO2 = '59408-5';
const DONE = 'Called: at rest, will measure again at noon.';
const CLOSED = 'Probe was cold; repeated with a warm hand, 96 %.';

/** A device posts through the edge, as devices do. */
async function measure(...values) {
  const readings = values.map((value, i) => ({
    id: `episode-${Date.now()}-${i}`,
    code: SPO2,
    value,
    unit: '%',
    takenAt: new Date(Date.now() - (values.length - i) * 1_000).toISOString(),
  }));
  const answer = await fetch(`${ingest}/telemetry/v1/readings`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.HOMEWARD_DEVICE_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ readings }),
  });
  check(answer.status === 202, `the edge answered ${answer.status}: ${await answer.text()}`);
}

const rowOf = (page) => page.getByRole('row').filter({ has: page.locator(`a[href="${patient}"]`) });

async function arrival(page) {
  await step('the worklist does not have the patient, of whom nothing came yet', page, async () => {
    await signIn(page, 'nurse');
    await page.getByText('Live', { exact: true }).waitFor();
    await settled(page);
    check((await rowOf(page).count()) === 0, 'the patient is there already');
  });
  await step('a new alert brings its row into the open worklist without a reload, and is announced', page, async () => {
    await page.evaluate(() => {
      window.notReloaded = true;
    });
    await measure(90, 89);
    await until(() => rowOf(page).innerText(), (text) => /Critical/.test(text) && /89/.test(text));
    check(await page.evaluate(() => window.notReloaded === true), 'the page was loaded again');
    await page.locator('[aria-live=polite]').filter({ hasText: /^New critical alert\. .*89/ }).waitFor({ state: 'attached' });
    await picture(page, 'arrived');
  });
}

async function onTheAxis(page) {
  const measure = page.getByRole('region', { name: /^Oxygen saturation/ });
  await step('the time axis draws the limits as a band, named in words', page, async () => {
    await rowOf(page).getByRole('link').first().click();
    const band = measure.getByRole('img', { name: /^Limits: ≥ 92\s%/ });
    await band.waitFor();
    await until(
      () => band.locator('rect[data-side=low]').evaluateAll((all) => all.map((r) => r.getBoundingClientRect())),
      (drawn) => drawn.some((r) => r.width > 100 && r.height > 5),
    );
    await axe(page);
    await picture(page, 'episode-patient');
  });
  await step('the alert stands on it as a marker, which opens the alert', page, async () => {
    const marker = measure.getByRole('list', { name: 'Alerts' }).getByRole('link', { name: /^Critical, open, \d\d:\d\d: .*89/ });
    await marker.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Why this alert').waitFor();
    await until(() => page.url(), (url) => /\/alerts\//.test(url));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
}

async function task(page) {
  await step('the episode’s task is in the list and is completed there with a note', page, async () => {
    await page.goto(`${base}/tasks`);
    await rowOf(page).getByRole('button', { name: /^Complete:/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Outcome' }).selectOption('watch');
    await dialog.getByRole('textbox', { name: 'Note' }).fill(DONE);
    await picture(page, 'task-complete');
    const answered = page.waitForResponse((r) => r.url().endsWith('/complete'));
    await dialog.getByRole('button', { name: 'Complete' }).click();
    check((await answered).status() === 200, 'the completion was not accepted');
    await rowOf(page).waitFor({ state: 'detached' });
    await page.goto(`${base}/tasks?status=completed`);
    await rowOf(page).getByText(DONE).waitFor();
  });
}

/** `watching` is the nurse's page, left open on the worklist. */
async function resolution(page, watching) {
  await step('a physician resolves the alert with an outcome and a note', page, async () => {
    await watching.goto(`${base}/worklist`);
    await rowOf(watching).waitFor();
    await signIn(page, 'physician');
    await rowOf(page).getByRole('button', { name: /^Review:/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Outcome' }).selectOption('technique');
    await dialog.getByRole('textbox', { name: 'Note' }).fill(CLOSED);
    const answered = page.waitForResponse((r) => r.url().endsWith('/resolve'));
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    check((await answered).status() === 200, 'the resolution was not accepted');
  });
  await step('the note is in the alert’s history when everything is loaded again', page, async () => {
    await page.reload();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Closed .*: Measurement technique/).waitFor();
    const entry = dialog.getByRole('region', { name: 'What was done' }).getByRole('listitem').filter({ hasText: CLOSED });
    await until(() => entry.innerText(), (text) => /resolved/i.test(text));
    await picture(page, 'resolved');
  });
  await step('it is gone from the open worklist, on the nurse’s screen without a reload', page, async () => {
    await rowOf(watching).waitFor({ state: 'detached' });
    await watching.goto(`${base}/worklist?tab=all`);
    await until(() => rowOf(watching).innerText(), (text) => !/Critical/.test(text));
  });
  await step('the patient’s page keeps it among the earlier alerts', page, async () => {
    await page.goto(`${base}${patient}`);
    await page.getByRole('region', { name: 'Earlier alerts' }).getByText(/^Closed/).waitFor();
    await page.getByText('No open alert. That does not mean that all is well.').waitFor();
  });
}

await run(async (browser) => {
  const [nurse, physician] = [await context(browser), await context(browser)];
  const page = await nurse.newPage();
  await arrival(page);
  await onTheAxis(page);
  await task(page);
  await resolution(await physician.newPage(), page);
});
