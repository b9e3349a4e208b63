import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { gateway } from '../../../test/gateway';
import { openPage, PATIENT } from '../../../test/page';

const path = `/patients/${PATIENT}/plan`;

async function edit() {
  gateway.signIn('physician');
  const { user } = await openPage(path);
  await user.click(await screen.findByRole('button', { name: 'Change the limits: Systolic blood pressure' }));
  const dialog = within(await screen.findByRole('dialog'));
  const type = async (name: RegExp, text: string) => {
    const box = dialog.getByRole('textbox', { name });
    await user.clear(box);
    if (text) await user.type(box, text);
  };
  const save = () => user.click(dialog.getByRole('button', { name: 'Save' }));
  return { dialog, type, save };
}

describe('the limits of a plan', () => {
  it('are read-only for a nurse, and it says who may change them', async () => {
    await openPage(path);
    expect(await screen.findByText(/Only a physician of the team may change limits/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Change the limits/ })).toBeNull();
  });

  it('stand in the order of a ward’s chart', async () => {
    await openPage(path);
    await screen.findByRole('row', { name: /^Systolic blood pressure/ });
    const planned = screen.getAllByRole('row').filter((row) => row.textContent?.includes('This plan'));
    expect(planned.map((row) => row.firstElementChild?.textContent)).toEqual([
      'Oxygen saturation (SpO2)',
      'Systolic blood pressure',
      'Pulse',
      'Body weight',
    ]);
  });

  it('need low below high and a reason', async () => {
    const { dialog, type, save } = await edit();
    await type(/^Low/, '160');
    await save();
    expect(dialog.getByText('Low must be below high.')).toBeVisible();
    expect(dialog.getByText('A reason is required.')).toBeVisible();
    expect(gateway.writes).toEqual([]);
  });

  it('are saved against the version that was read', async () => {
    const { type, save } = await edit();
    await type(/^High/, '145');
    await type(/Reason/, 'Target lowered');
    await save();
    expect(await screen.findByText(/Saved as version 4/)).toBeVisible();
    expect(gateway.writes[0]).toMatchObject({ method: 'PUT', ifMatch: '"3"', body: { reason: 'Target lowered' } });
    expect(screen.getByRole('row', { name: /Systolic blood pressure.*145/ })).toBeVisible();
  });

  it('show a conflict, keep what was typed, and can be saved on the newer version', async () => {
    const { dialog, type, save } = await edit();
    await type(/^High/, '145');
    await type(/Reason/, 'Target lowered');
    const plan = gateway.ward.plans[PATIENT];
    gateway.as('physician', 'PUT', `/api/v1/patients/${PATIENT}/care-plan`, plan, { 'if-match': '"3"' });
    await save();
    expect(await dialog.findByText(/Somebody changed the plan.*version 4/)).toBeVisible();
    expect(dialog.getByRole('textbox', { name: /^High/ })).toHaveValue('145');
    expect(dialog.getByRole('textbox', { name: /Reason/ })).toHaveValue('Target lowered');
    await save();
    expect(await screen.findByText(/Saved as version 5/)).toBeVisible();
  });
});
