import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { gateway } from '../../../test/gateway';
import { SUBJECTS } from '../../../test/mock/ward.mjs';
import { openPage } from '../../../test/page';

const rows = async () => {
  await screen.findByRole('link', { name: 'DUBOIS Marcel' });
  return screen.getAllByRole('row').slice(1);
};

describe('the worklist', () => {
  it('shows one row a patient, most urgent first, with the reason and the next action', async () => {
    await openPage('/worklist');
    const [first, second] = await rows();
    expect(first).toHaveTextContent('Critical');
    expect(first).toHaveTextContent('SpO2 87 % is below the limit of 91 %');
    expect(first).toHaveTextContent('+1 more alert');
    expect(within(first as HTMLElement).getByRole('button', { name: 'Review: DUBOIS Marcel' })).toBeVisible();
    expect(second).toHaveTextContent('LAMBERT Josette');
  });

  it('says in words that somebody is not monitored or has no data', async () => {
    await openPage('/worklist?tab=all');
    await rows();
    expect(screen.getByText('VIDAL Robert').closest('tr')).toHaveTextContent('Not monitored');
    expect(screen.getByText('BENALI Nadia').closest('tr')).toHaveTextContent('No data');
  });

  it('filters by the URL and without regard to accents', async () => {
    const { user } = await openPage('/worklist?tab=all&q=helene');
    expect(await screen.findByText('PERRIN Hélène')).toBeVisible();
    expect(screen.queryByText('DUBOIS Marcel')).toBeNull();
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(await screen.findByText('Nobody matches these filters')).toBeVisible();
  });

  it('does not say that nobody matches before all patients were read', async () => {
    const page = gateway.as('nurse', 'GET', '/api/v1/worklist?tab=all', undefined).body as { items: unknown[] };
    const counts = { all: 240, 'needs-action': 6, mine: 1, 'not-monitored': 2 };
    const body = { items: page.items, next: '/api/v1/worklist?tab=all&cursor=2', counts };
    gateway.on((_method, path) => (path === '/api/v1/worklist' ? { status: 200, body, headers: {} } : undefined));
    await openPage('/worklist?tab=all&q=zzz');
    expect(await screen.findByText('Nobody matches so far')).toBeVisible();
    expect(screen.getByText('Searched the first 12 of 240 patients.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Show more' })).toBeVisible();
  });

  it('moves by j and k and opens by Enter', async () => {
    const { user } = await openPage('/worklist');
    await rows();
    await user.keyboard('jj');
    await waitFor(() => expect(screen.getByRole('link', { name: 'LAMBERT Josette' })).toHaveFocus());
    await user.keyboard('k');
    await waitFor(() => expect(screen.getByRole('link', { name: 'DUBOIS Marcel' })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'DUBOIS Marcel' })).toBeVisible();
  });

  it('opens a critical alert by a instead of acknowledging it unseen', async () => {
    const { user } = await openPage('/worklist');
    await rows();
    await user.keyboard('ja');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('Why this alert')).toBeVisible();
    expect(gateway.writes).toEqual([]);
  });

  it('acknowledges a medium one by a and goes on to the next', async () => {
    const { user } = await openPage('/worklist');
    await rows();
    await user.keyboard('jjjja');
    await waitFor(() => expect(gateway.writes).toHaveLength(1));
    expect(gateway.writes[0]?.path).toMatch(/acknowledge$/);
    expect(await screen.findByText('Acknowledged: GIRARD Thomas')).toBeVisible();
    expect(screen.getByRole('link', { name: 'HADDAD Ahmed' })).toHaveFocus();
  });

  it('takes an acknowledgement back and says who was first', async () => {
    const at = new Date().toISOString();
    const { user } = await openPage('/worklist');
    await rows();
    gateway.on((method) =>
      method === 'POST'
        ? { status: 409, body: { status: 409, code: 'ALREADY_ACKNOWLEDGED', by: SUBJECTS.nurse2, at }, headers: {} }
        : undefined,
    );
    await user.click(screen.getByRole('button', { name: 'Acknowledge: GIRARD Thomas' }));
    expect(await screen.findByText(/Not saved: GIRARD Thomas.*Nora Besson/)).toBeVisible();
  });

  it('shows a new alert as the feed brings it and announces it', async () => {
    await openPage('/worklist');
    await rows();
    await waitFor(() => expect(gateway.ward.listeners.size).toBe(1));
    const old = gateway.ward.alerts[0];
    if (!old) throw new Error('no alert');
    const patient = gateway.ward.patients[8];
    gateway.ward.alerts.push({ ...old, id: '00000000-0000-4000-d000-000000000099', patientId: patient?.id ?? '' });
    gateway.emit({
      kind: 'alert',
      id: '00000000-0000-4000-d000-000000000099',
      patientId: patient?.id ?? '',
      what: 'AlertRaised',
      at: new Date().toISOString(),
      priority: 'critical',
      status: 'open',
      sentence: 'SpO2 80 %.',
    });
    expect(await screen.findByRole('link', { name: 'ROUX Lucie' })).toBeVisible();
    expect(screen.getByText('New critical alert. SpO2 80 %.')).toBeInTheDocument();
  });

  it('says that the feed is lost and how old the page is', async () => {
    gateway.on((_method, path) => (path === '/api/v1/feed' ? { status: 503, body: {}, headers: {} } : undefined));
    await openPage('/worklist');
    expect(await screen.findByText(/Live updates lost\. What you see is/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reconnect now' })).toBeVisible();
  });

  it('shows an error with a way to try again', async () => {
    gateway.on((_method, path) =>
      path === '/api/v1/worklist' ? { status: 500, body: { status: 500 }, headers: {} } : undefined,
    );
    const { user } = await openPage('/worklist');
    const retry = await screen.findByRole('button', { name: 'Try again' });
    gateway.on(() => undefined);
    await user.click(retry);
    expect(await rows()).not.toHaveLength(0);
  });

  it('is read-only for a GP', async () => {
    gateway.signIn('gp');
    await openPage('/worklist');
    await rows();
    expect(screen.getByRole('heading', { name: 'Shared patients' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open: DUBOIS Marcel' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Acknowledge|Review/ })).toBeNull();
  });
});
