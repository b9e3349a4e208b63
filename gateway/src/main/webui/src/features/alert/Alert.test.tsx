import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { gateway } from '../../../test/gateway';
import { alertId, openPage } from '../../../test/page';

describe('an alert', () => {
  it('shows its evidence: readings, limit and its origin, rule, what was left out', async () => {
    await openPage(`/alerts/${alertId(0)}`);
    expect(await screen.findByText('Why this alert')).toBeVisible();
    await waitFor(() => expect(screen.getAllByText('Oxygen saturation (SpO2)').length).toBeGreaterThan(0));
    expect(screen.getByRole('row', { name: /88\s%.*first/ })).toBeVisible();
    expect(screen.getByText(/the patient’s plan, version 3, set by/)).toBeVisible();
    expect(screen.getByText('spo2-low, version 1')).toBeVisible();
    expect(screen.getByText('Nothing was left out')).toBeVisible();
  });

  it('is acknowledged with a note', async () => {
    const { user } = await openPage(`/alerts/${alertId(0)}`);
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Called <b>now</b>');
    await user.click(screen.getByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText(/Acknowledged by you/)).toBeVisible();
    expect(screen.getByText('Called <b>now</b>')).toBeVisible();
    expect(gateway.writes[0]?.body).toEqual({ note: 'Called <b>now</b>' });
  });

  it('shows who was first on a conflict and keeps the note', async () => {
    gateway.on((_method, path) => (path === '/api/v1/feed' ? { status: 503, body: {}, headers: {} } : undefined));
    const { user } = await openPage(`/alerts/${alertId(0)}`);
    const note = await screen.findByRole('textbox', { name: 'Note' });
    gateway.as('physician', 'POST', `/api/v1/alerts/${alertId(0)}/acknowledge`, {});
    await user.type(note, 'my note');
    await user.click(screen.getByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText(/acknowledged this alert first/)).toHaveTextContent('Dr Pierre Moreau');
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('my note');
    expect(await screen.findByText(/Acknowledged by Dr Pierre Moreau/)).toBeVisible();
  });

  it('shows at once what somebody else did, and keeps the note being typed', async () => {
    const { user } = await openPage(`/alerts/${alertId(0)}`);
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'my note');
    await waitFor(() => expect(gateway.ward.listeners.size).toBe(1));
    gateway.as('physician', 'POST', `/api/v1/alerts/${alertId(0)}/acknowledge`, {});
    expect(await screen.findByText(/Acknowledged by Dr Pierre Moreau/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('my note');
  });

  it('keeps the note when no answer comes', async () => {
    const { user } = await openPage(`/alerts/${alertId(0)}`);
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'my note');
    gateway.on((method) => (method === 'POST' ? { status: 503, body: { status: 503 }, headers: {} } : undefined));
    await user.click(screen.getByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText(/Not saved/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('my note');
    expect(screen.getByText('Open')).toBeVisible();
  });

  it('that is critical cannot be resolved by a nurse, and says so', async () => {
    await openPage(`/alerts/${alertId(0)}`);
    expect(await screen.findByText(/Only a physician may resolve/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Resolve' })).toBeNull();
  });

  it('is resolved by a physician with an outcome', async () => {
    gateway.signIn('physician');
    const { user } = await openPage(`/alerts/${alertId(0)}`);
    const resolve = await screen.findByRole('button', { name: 'Resolve' });
    expect(resolve).toBeDisabled();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Outcome' }), 'treated');
    await user.click(resolve);
    expect(await screen.findByText(/Closed .*: Treated/)).toBeVisible();
    expect(gateway.writes[0]?.body).toEqual({ outcome: 'treated' });
  });

  it('that ended by itself says why', async () => {
    const alert = gateway.ward.alerts[7];
    if (alert) Object.assign(alert, { outcome: undefined, closeReason: 'recovered' });
    await openPage(`/alerts/${alertId(7)}`);
    expect(await screen.findByText(/^Closed .*: back in range$/)).toBeVisible();
  });

  it('that is out of reach reads as missing', async () => {
    gateway.signIn('gp');
    await openPage(`/alerts/${alertId(2)}`);
    expect(await screen.findByText('This does not exist or is not shared with you.')).toBeVisible();
  });
});
