import { describe, expect, it } from 'vitest';
import { createParser, type SseMessage } from './sse';

function parse(...chunks: string[]): SseMessage[] {
  const messages: SseMessage[] = [];
  const feed = createParser((m) => messages.push(m));
  for (const chunk of chunks) feed(chunk);
  return messages;
}

describe('the feed', () => {
  it('is put together however the chunks fall', () => {
    const whole = 'id: 1:5,2:9\nevent: alert\ndata: {"a":1}\n\n';
    const cut = [...whole];
    expect(parse(...cut)).toEqual([{ id: '1:5,2:9', event: 'alert', data: '{"a":1}' }]);
  });
  it('takes a comment for a sign of life and nothing else', () => {
    expect(parse(': alive\n\n')).toEqual([]);
  });
  it('reports a gap that has no data', () => {
    expect(parse('event: gap\n\n')).toMatchObject([{ event: 'gap', data: '' }]);
  });
  it('keeps the last id for events without one', () => {
    expect(parse('id: 7\ndata: x\n\ndata: y\n\n').map((m) => m.id)).toEqual(['7', '7']);
  });
});
