import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { gateway } from '../../../test/gateway';
import { SUBJECTS } from '../../../test/mock/ward.mjs';
import { openPage } from '../../../test/page';

const path = '/patients/00000000-0000-4000-a000-000000000001/sharing';

describe('sharing', () => {
  it('needs a practitioner', async () => {
    const { user } = await openPage(path);
    await user.click(await screen.findByRole('button', { name: 'Share' }));
    expect(screen.getByText('Choose a practitioner.')).toBeVisible();
    expect(gateway.writes).toEqual([]);
  });

  it('is granted for a purpose until a day, and ended in two steps', async () => {
    const { user } = await openPage(path);
    await screen.findByText('Not shared with anybody');
    expect(screen.getByText(/^to the end of \d+ \w+ \d{4}$/)).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Practitioner' }), SUBJECTS.gp ?? '');
    await user.click(screen.getByRole('button', { name: 'Share' }));
    const row = within(await screen.findByRole('row', { name: /Dr Gabrielle Petit/ }));
    expect(gateway.writes[0]?.body).toMatchObject({ practitionerId: SUBJECTS.gp, purpose: 'care' });
    expect(gateway.writes[0]?.body).toMatchObject({ until: expect.stringMatching(/T2[12]:59:59/) });
    await user.click(row.getByRole('button', { name: /End the share/ }));
    expect(gateway.writes).toHaveLength(1);
    await user.click(row.getByRole('button', { name: /End now/ }));
    expect(await screen.findByText(/^Ended/)).toBeVisible();
    expect(gateway.writes[1]?.method).toBe('DELETE');
  });
});
