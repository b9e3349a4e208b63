// The dashboard against the running platform, in a real browser: sign in, see an open alert, understand it, acknowledge it,
// change a limit, share, sign out; axe on every page in light and dark, English and French.
import { axe, base, check, context, picture, run, settled, signIn, step, until } from './stage.mjs';

/** The first open alert that a nurse can act on, opened from the worklist by its row. */
async function openFirstAlert(page) {
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^(Review|Acknowledge):/ }) }).first();
  await row.waitFor();
  const link = row.getByRole('link').first();
  const patient = await link.innerText();
  const href = await link.getAttribute('href');
  const review = row.getByRole('button', { name: /^Review:/ });
  if (await review.count()) await review.click();
  else {
    await link.click();
    await page.locator('a[href*="/alerts/"]').filter({ hasText: 'Open' }).first().click();
  }
  await page.getByRole('dialog').waitFor();
  return { patient, href };
}

async function nurse(browser) {
  const made = await context(browser);
  const page = await made.newPage();
  const errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => m.type() === 'error' && /Content Security Policy/.test(m.text()) && errors.push(m.text()));

  await step('the landing page offers to sign in and has no serious finding', page, async () => {
    await page.goto(`${base}/`);
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await axe(page);
    await picture(page, 'landing');
  });
  await step('a nurse signs in through Keycloak and lands on the worklist', page, async () => {
    await signIn(page, 'nurse');
    await page.getByRole('heading', { name: 'Worklist' }).waitFor();
    check(new URL(page.url()).pathname === '/worklist', `at ${page.url()}`);
  });
  await step('the feed is live and the emergency number is on the screen', page, async () => {
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByText(/Monitoring is not emergency care\. In an emergency call \d+/).waitFor();
  });
  await picture(page, 'worklist');
  const opened = await step('the worklist shows an open alert, which opens with its evidence', page, async () => {
    const found = await openFirstAlert(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Why this alert').waitFor();
    await dialog.getByText('Limit', { exact: true }).waitFor();
    await until(() => dialog.getByRole('row').allInnerTexts(), (cells) => cells.length > 1 && /\d/.test(cells[1]));
    await axe(page);
    await picture(page, 'alert');
    return found;
  });
  await step('it is acknowledged with a note and shown acknowledged', page, async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('Called the patient; will measure again in an hour.');
    // The screen shows it at once; what counts is the server's word.
    const answered = page.waitForResponse((r) => r.url().endsWith('/acknowledge'));
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    check((await answered).status() === 200, 'the acknowledgement was not accepted');
    await dialog.getByText(/Acknowledged by you/).waitFor();
    await dialog
      .getByRole('region', { name: 'What was done' })
      .getByText('Called the patient; will measure again in an hour.')
      .waitFor();
    await picture(page, 'acknowledged');
  });
  await step('it is still acknowledged when everything is loaded again', page, async () => {
    await page.reload();
    await page.getByRole('dialog').getByText(/Acknowledged by you/).waitFor();
  });
  await step('the patient’s page shows vitals with a summary in a sentence', page, async () => {
    await page.goto(`${base}${opened.href}`);
    const chart = page.getByRole('slider').first();
    await chart.waitFor();
    await until(() => chart.getAttribute('aria-label'), (summary) => /reading/.test(summary ?? ''));
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await until(() => chart.getAttribute('aria-valuetext'), (reading) => /\d/.test(reading ?? ''));
    await axe(page);
    await picture(page, 'patient');
    await page.getByRole('button', { name: 'Show as tables' }).click();
    await page.getByRole('columnheader', { name: 'Measured' }).first().waitFor();
  });
  await step('the plan is readable and says that only a physician changes limits', page, async () => {
    await page.goto(`${base}${opened.href}/plan`);
    await page.getByText(/Only a physician of the team may change limits/).waitFor();
    await axe(page);
    await picture(page, 'plan');
  });
  await step('tasks are listed', page, async () => {
    await page.goto(`${base}/tasks`);
    await page.getByRole('button', { name: /^Complete:/ }).first().waitFor();
    await axe(page);
    await picture(page, 'tasks');
  });
  await step('the patient is shared with a GP, and a share is ended', page, async () => {
    await page.goto(`${base}${opened.href}/sharing`);
    const practitioner = page.getByRole('combobox', { name: 'Practitioner' });
    await practitioner.locator('option').nth(1).waitFor({ state: 'attached' });
    await settled(page);
    await axe(page);
    const active = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^End (the share|now)/ }) });
    const end = async () => {
      await page.getByRole('button', { name: /^End the share/ }).first().click();
      await page.getByRole('button', { name: /^End now/ }).click();
      await active.first().waitFor({ state: 'detached' });
    };
    while ((await active.count()) > 0) await end();
    await practitioner.selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await active.first().waitFor();
    await picture(page, 'share');
    check((await active.count()) === 1, 'shared more than once');
  });
  await step('everything is French on request, and accessible', page, async () => {
    await page.goto(`${base}/worklist?tab=all`);
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('heading', { name: 'Liste de travail' }).waitFor();
    await axe(page);
    await picture(page, 'worklist-fr');
  });
  await step('the dark scheme is accessible', page, async () => {
    await page.getByRole('button', { name: 'Sombre' }).click();
    await axe(page);
    await page.goto(`${base}${opened.href}`);
    await page.getByRole('slider').first().waitFor();
    await axe(page);
    await picture(page, 'patient-dark-fr');
  });
  await step('signing out ends the session', page, async () => {
    await page.getByRole('link', { name: 'Se déconnecter' }).click();
    await page.getByRole('link', { name: 'Se connecter' }).waitFor();
    const status = await page.evaluate(async () => (await fetch('/api/v1/worklist')).status);
    check(status === 401, `the worklist still answers ${status}`);
    await page.goto(`${base}/worklist`);
    await page.getByRole('link', { name: 'Se connecter' }).waitFor();
  });
  await step('no script error and no breach of the content policy happened', page, () => check(errors.length === 0, errors.join('\n')));
  await made.close();
  return opened;
}

async function physician(browser, opened) {
  const made = await context(browser);
  const page = await made.newPage();
  await step('a physician changes a limit with a reason, and the plan shows it', page, async () => {
    await signIn(page, 'physician');
    await page.goto(`${base}${opened?.href ?? ''}/plan`);
    const button = page.getByRole('button', { name: /^Change the limits: Systolic/ });
    await button.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Low/ }).fill('170');
    await dialog.getByRole('textbox', { name: /^High/ }).fill('165');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Low must be below high.').waitFor();
    await dialog.getByText('A reason is required.').waitFor();
    await dialog.getByRole('textbox', { name: /^Low/ }).fill('95');
    const high = String(150 + Math.floor(Math.random() * 20));
    await dialog.getByRole('textbox', { name: /^High/ }).fill(high);
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('Own baseline after the last visit');
    await axe(page);
    await picture(page, 'plan-edit');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/Saved as version \d+/).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Systolic blood pressure' }).first();
    await until(() => row.innerText(), (text) => text.includes(high));
    await page.getByText('Own baseline after the last visit').first().waitFor();
    await picture(page, 'plan-saved');
  });
  await made.close();
}

/** The other roles see their own page and nothing of the worklist's actions. */
async function others(browser) {
  const starts = [
    ['gp', 'Shared patients', 'heading'],
    ['patient', 'What we agreed to measure', 'text'],
    ['manager', 'Indicators', 'heading'],
    ['device-admin', 'Devices', 'heading'],
    ['auditor', 'Audit', 'heading'],
  ];
  for (const [user, text, kind] of starts) {
    const made = await context(browser, { colorScheme: 'dark' });
    const page = await made.newPage();
    await step(`the ${user} starts at a page of their own`, page, async () => {
      await signIn(page, user);
      if (kind === 'heading') await page.getByRole('heading', { name: text, exact: true }).waitFor();
      else await page.getByText(text).first().waitFor();
      check((await page.getByRole('button', { name: /^(Acknowledge|Review|Resolve):/ }).count()) === 0, 'offers clinical actions');
      check((await page.getByText('This could not be loaded').count()) === 0, 'could not load');
      await axe(page);
      await picture(page, user);
    });
    await made.close();
  }
}

await run(async (browser) => {
  const opened = await nurse(browser);
  await physician(browser, opened);
  await others(browser);
});
