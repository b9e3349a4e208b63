import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { gateway } from '../../../test/gateway';
import { openPage } from '../../../test/page';

describe('tasks', () => {
  it('stand by due time and can be narrowed to one’s own', async () => {
    const { user } = await openPage('/tasks');
    expect(await screen.findByText(/^SpO2 87/)).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Whose' }), 'mine');
    expect(await screen.findByText(/^Weight up/)).toBeVisible();
    expect(screen.queryByText(/^SpO2 87/)).toBeNull();
  });

  it('are completed with an outcome and a note', async () => {
    const { user } = await openPage('/tasks');
    await user.click(await screen.findByRole('button', { name: 'Complete: Review the alert, GIRARD Thomas' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/^GIRARD Thomas/)).toBeVisible();
    expect(dialog.getByText(/^Capillary glucose 271/)).toBeVisible();
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Outcome' }), 'watch');
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Diet talked through');
    await user.click(dialog.getByRole('button', { name: 'Complete' }));
    await screen.findByText(/^SpO2 87/);
    expect(gateway.writes[0]?.body).toEqual({ outcome: 'watch', note: 'Diet talked through' });
  });

  it('are told apart by the patient, and say in a card what a column would', async () => {
    await openPage('/tasks');
    const button = await screen.findByRole('button', { name: 'Complete: Review the alert, FAURE Bernard' });
    const row = within(button.closest('tr') as HTMLElement);
    expect(row.getByText('you').closest('td')).toHaveAttribute('data-label', 'Assigned to');
  });

  it('that somebody else completed say by whom and keep the note', async () => {
    const { user } = await openPage('/tasks');
    await user.click(await screen.findByRole('button', { name: 'Complete: Review the alert, GIRARD Thomas' }));
    const dialog = within(await screen.findByRole('dialog'));
    const task = gateway.ward.tasks.find((t) => t.patientId === gateway.ward.patients[3]?.id);
    gateway.as('physician', 'POST', `/api/v1/tasks/${task?.id}/complete`, { outcome: 'treated' });
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Outcome' }), 'watch');
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'my note');
    await user.click(dialog.getByRole('button', { name: 'Complete' }));
    expect(await dialog.findByText(/Dr Pierre Moreau completed this task first/)).toBeVisible();
    expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('my note');
  });
});
