import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { MemoryRouter } from 'react-router';
import { expect } from 'vitest';
import { newQueryClient } from '../src/app/App';
import { Router } from '../src/app/Router';
import { SessionGate } from '../src/app/SessionGate';
import { type Language, startI18n } from '../src/lib/i18n';
import { theme } from '../src/lib/theme';

/** The whole dashboard at a path, as somebody sees it. */
export async function openPage(path: string, language: Language = 'en') {
  window.localStorage.setItem('homeward.language', language);
  await startI18n(language);
  const client = newQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const user = userEvent.setup();
  const view = render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[path]}>
          <SessionGate>
            <Router />
          </SessionGate>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { user, client, ...view };
}

/** Nothing that axe calls serious or critical. Contrast needs a real browser and is tested there. */
export async function expectAccessible(): Promise<void> {
  const result = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: true } },
  });
  const serious = result.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
}

export const PATIENT = '00000000-0000-4000-a000-000000000000';
export const alertId = (n: number) => `00000000-0000-4000-d000-${String(n).padStart(12, '0')}`;
