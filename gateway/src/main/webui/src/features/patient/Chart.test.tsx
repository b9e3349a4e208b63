import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openPage, PATIENT } from '../../../test/page';

const page = `/patients/${PATIENT}`;
const chart = async (name: RegExp) => within(await screen.findByRole('region', { name }));

describe('the charts of a patient', () => {
  it('draw the limits that hold and say them in words', async () => {
    await openPage(page);
    const band = await (await chart(/^Oxygen saturation/)).findByRole('img', { name: /^Limits: ≥ 91\s%$/ });
    const low = band.querySelector('rect[data-side="low"]');
    expect(low).toHaveAttribute('width', '100.00%');
    expect(Number.parseFloat(low?.getAttribute('height') ?? '')).toBeGreaterThan(5);
    expect(band.querySelector('rect[data-side="high"]')).toBeNull();
    expect(within(band).getByText('91')).toBeInTheDocument();
  });

  it('draw each stretch by the limits of its time', async () => {
    await openPage(`${page}?range=720`);
    const band = await (await chart(/^Oxygen saturation/)).findByRole('img', { name: /≥ 92\s% until .*, ≥ 91\s%$/ });
    expect(band.querySelectorAll('rect[data-side="low"]')).toHaveLength(2);
  });

  it('say where no limits apply', async () => {
    await openPage('/patients/00000000-0000-4000-a000-000000000003');
    expect(await (await chart(/^Body weight/)).findByRole('img', { name: 'No limits apply' })).toBeInTheDocument();
  });

  it('name both lines of blood pressure with the limits of each', async () => {
    await openPage(page);
    const pressure = await chart(/^Blood pressure/);
    expect((await pressure.findByText('Systolic blood pressure')).closest('li')).toHaveTextContent(
      /100–150 mmHg · plan$/,
    );
    expect(pressure.getByText('Diastolic blood pressure').closest('li')).toHaveTextContent('no limits apply');
  });

  it('mark every alert by severity, status and time, and open it', async () => {
    const { user } = await openPage(page);
    const list = within(await (await chart(/^Oxygen saturation/)).findByRole('list', { name: 'Alerts' }));
    const marks = list.getAllByRole('link').map((link) => link.textContent);
    expect(marks).toHaveLength(2);
    expect(marks[0]).toMatch(/^Critical, found afterwards, .*SpO2 86/);
    await user.click(list.getByRole('link', { name: /^Critical, open, .*SpO2 87 % is below/ }));
    expect(await within(await screen.findByRole('dialog')).findByText('Why this alert')).toBeVisible();
  });

  it('explain the signs of doubtful values where there are any', async () => {
    await openPage(page);
    expect(await screen.findByText('questioned value')).toBeVisible();
    expect(screen.queryByText('invalid value, not joined')).toBeNull();
  });
});

describe('who a patient is', () => {
  it('is said with what the number is, and never in the tab of the browser', async () => {
    await openPage(page);
    expect(await screen.findByText('ID 1500375116001')).toBeVisible();
    await waitFor(() => expect(document.title).toBe('Patient file · Homeward'));
  });
});
