import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '../src/lib/api/types';
import { gateway } from './gateway';
import { alertId, expectAccessible, openPage, PATIENT } from './page';

const ROUTES: readonly (readonly [string, Role, string, string])[] = [
  ['/worklist', 'nurse', 'DUBOIS Marcel', 'DUBOIS Marcel'],
  [`/worklist/alerts/${alertId(0)}`, 'nurse', 'Why this alert', 'Pourquoi cette alerte'],
  [`/patients/${PATIENT}`, 'nurse', 'Earlier alerts', 'Alertes antérieures'],
  [`/patients/${PATIENT}/alerts/${alertId(1)}`, 'physician', 'Why this alert', 'Pourquoi cette alerte'],
  [`/patients/${PATIENT}/plan`, 'physician', 'Measurements due', 'Mesures prévues'],
  [`/patients/${PATIENT}/tasks`, 'nurse', 'Opened', 'Ouverte'],
  [`/patients/${PATIENT}/sharing`, 'nurse', 'Dr Gabrielle Petit', 'Dr Gabrielle Petit'],
  [`/alerts/${alertId(7)}`, 'nurse', 'Nothing more to do here.', 'Plus rien à faire ici.'],
  ['/tasks', 'nurse', 'Assigned to', 'Attribuée à'],
  ['/devices', 'device-admin', 'Kit 1', 'Kit 1'],
  [
    '/audit',
    'auditor',
    'Every access, denials too, newest first.',
    'Chaque accès, refus compris, du plus récent au plus ancien.',
  ],
  ['/indicators', 'manager', 'Indicators', 'Indicateurs'],
  ['/me', 'patient', 'Latest readings', 'Dernières mesures'],
  ['/nowhere', 'nurse', 'This page does not exist', 'Cette page n’existe pas'],
];

describe.each(['en', 'fr'] as const)('every route in %s', (language) => {
  it.each(ROUTES)('%s as %s has no serious finding of axe', async (path, role, en, fr) => {
    gateway.signIn(role);
    await openPage(path, language);
    const text = language === 'fr' ? fr : en;
    await waitFor(() => expect(screen.getAllByText(text).length).toBeGreaterThan(0));
    await waitFor(() => expect(document.querySelector('.mantine-Skeleton-root')).toBeNull());
    await expectAccessible();
  });
});

describe('the page around the routes', () => {
  it('asks who is not signed in to sign in, and nothing else', async () => {
    gateway.signIn(null);
    await openPage('/worklist');
    expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/login/),
    );
    await expectAccessible();
  });

  it('goes to the sign-in page when the session ends', async () => {
    const { user } = await openPage('/worklist');
    await screen.findByRole('link', { name: 'DUBOIS Marcel' });
    gateway.signIn(null);
    await user.click(screen.getByRole('button', { name: /All patients/ }));
    expect(await screen.findByText('Your session has ended. Sign in again to go on.')).toBeVisible();
  });

  it('always shows the emergency number and that monitoring is not emergency care', async () => {
    await openPage('/worklist');
    expect(await screen.findByText('Monitoring is not emergency care. In an emergency call 112.')).toBeVisible();
  });

  it.each([
    ['nurse', 'Worklist'],
    ['gp', 'Shared patients'],
    ['manager', 'Indicators'],
    ['device-admin', 'Devices'],
    ['auditor', 'Audit'],
    ['patient', 'My monitoring'],
  ] as const)('starts a %s at %s', async (role, link) => {
    gateway.signIn(role);
    await openPage('/');
    expect(await screen.findByRole('link', { name: link, current: 'page' })).toBeVisible();
  });

  it('changes the language of everything', async () => {
    const { user } = await openPage('/worklist');
    await screen.findByRole('heading', { name: 'Worklist' });
    await user.click(screen.getByRole('button', { name: 'Français' }));
    expect(await screen.findByRole('heading', { name: 'Liste de travail' })).toBeVisible();
    expect(await screen.findByText(/SpO2 à 87 %, sous la limite/)).toBeVisible();
    expect(document.documentElement.lang).toBe('fr');
  });
});
