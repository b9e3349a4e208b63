// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedEvent } from '../api/types';
import { createRefresher } from './refresh';

const RESOLVED = { kind: 'alert', id: 'a', patientId: 'p', what: 'AlertResolved' } as FeedEvent;

describe('what an event made old', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function worklist() {
    const client = new QueryClient();
    const spied = vi.spyOn(client, 'invalidateQueries');
    const reads = () => spied.mock.calls.filter(([filters]) => filters?.queryKey?.[0] === 'worklist').length;
    return { refresher: createRefresher(client), reads };
  }

  it('is read once for many events, and once more for a list that was later than the feed', () => {
    const { refresher, reads } = worklist();
    for (let i = 0; i < 20; i++) refresher.add(RESOLVED);
    vi.advanceTimersByTime(300);
    expect(reads()).toBe(1);
    vi.advanceTimersByTime(2_000);
    expect(reads()).toBe(2);
    vi.advanceTimersByTime(60_000);
    expect(reads()).toBe(2);
  });

  it('is read again only when it has become quiet', () => {
    const { refresher, reads } = worklist();
    for (let i = 0; i < 10; i++) {
      refresher.add(RESOLVED);
      vi.advanceTimersByTime(1_000);
    }
    expect(reads()).toBe(10);
    vi.advanceTimersByTime(2_000);
    expect(reads()).toBe(11);
  });

  it('is not read any more when the page is left', () => {
    const { refresher, reads } = worklist();
    refresher.add(RESOLVED);
    vi.advanceTimersByTime(300);
    refresher.stop();
    vi.advanceTimersByTime(10_000);
    expect(reads()).toBe(1);
  });
});
