import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { gateway } from './gateway';

/** What jsdom lacks and the components ask for. */
class Observer {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}
vi.stubGlobal('ResizeObserver', Observer);
vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: false,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
}));
Object.defineProperty(document, 'fonts', {
  configurable: true,
  value: { addEventListener: () => undefined, removeEventListener: () => undefined },
});
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

/** Charts are drawn and looked at in a real browser (test/browser); here only what surrounds them is tested. */
vi.mock('uplot', () => {
  class Plot {
    data = [[]];
    cursor = {};
    setSize = () => undefined;
    setCursor = () => undefined;
    valToPos = () => 0;
    destroy = () => undefined;
    static tzDate = (date: Date) => date;
  }
  return { default: Plot };
});

// A busy machine loads a page's chunk late; a condition is still waited for, never a time.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => gateway.listen());
afterEach(() => {
  cleanup();
  gateway.reset();
  window.localStorage.clear();
});
afterAll(() => gateway.close());
