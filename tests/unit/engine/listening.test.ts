/** Downloads that are listened to: slow ones are waited for, silent ones are broken off. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FetchFile, fetchBytes, WEIGHT_FAILURES } from '../../../src/engine/stores/files';
import { listening } from '../../../src/engine/stores/listening';

const address = (name: string): string => `http://localhost/models/${name}`;

/** A site whose files come in pieces of one byte, when the test says so. */
function slowSite() {
  const bodies = new Map<string, ReadableStreamDefaultController<Uint8Array>>();
  const signals: (AbortSignal | undefined)[] = [];
  const fetchFile: FetchFile = async (url, { signal }) => {
    signals.push(signal);
    if (url.endsWith('never')) return new Promise(() => undefined);
    if (url.endsWith('missing')) return new Response('no such file', { status: 404 });
    return new Response(new ReadableStream({ start: (controller) => void bodies.set(url, controller) }));
  };
  let news = 0;
  const listened = listening(fetchFile, () => news++);
  return {
    signals,
    news: () => news,
    download: (name: string) => {
      const bytes = fetchBytes(listened, address(name), WEIGHT_FAILURES);
      bytes.catch(() => undefined);
      return bytes;
    },
    send: (name: string, byte: number) => bodies.get(address(name))?.enqueue(Uint8Array.of(byte)),
    end: (name: string) => bodies.get(address(name))?.close(),
  };
}

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a download', () => {
  it('may take minutes while something comes, and that is told', async () => {
    const { download, send, end, news } = slowSite();
    const bytes = download('a');
    await pass();
    for (let byte = 0; byte < 20; byte++) {
      await pass(40_000);
      send('a', byte);
    }
    end('a');
    expect([...(await bytes)]).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(news()).toBeGreaterThanOrEqual(20);
  });

  it('is not told of piece by piece', async () => {
    const { download, send, end, news } = slowSite();
    const bytes = download('a');
    await pass();
    for (let byte = 0; byte < 200; byte++) send('a', byte);
    end('a');
    expect(await bytes).toHaveLength(200);
    expect(news()).toBe(1);
  });

  it('that falls silent is broken off, its file named', async () => {
    const { download, send, signals } = slowSite();
    const bytes = download('a');
    await pass();
    send('a', 1);
    await pass(50_000);
    await expect(bytes).rejects.toMatchObject({
      failure: { code: 'weights-truncated', subject: 'models/a', detail: expect.stringContaining('nothing came for 45 s') },
    });
    expect(signals[0]?.aborted).toBe(true);
  });

  it('that never begins is broken off', async () => {
    const { download } = slowSite();
    const bytes = download('never');
    await pass(45_000);
    await expect(bytes).rejects.toMatchObject({ failure: { code: 'weights-missing', subject: 'models/never' } });
  });

  it('that waits for its turn behind others is not taken for silent', async () => {
    const { download, send, signals } = slowSite();
    const waiting = vi.fn();
    download('never').catch(waiting);
    void download('a');
    await pass();
    for (let minute = 0; minute < 5; minute++) {
      await pass(40_000);
      send('a', 1);
    }
    expect(waiting).not.toHaveBeenCalled();
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, false]);
  });

  it('leaves no timer behind when it is over', async () => {
    const { download, end } = slowSite();
    const bytes = download('a');
    await pass();
    end('a');
    await bytes;
    await download('missing').catch(() => undefined);
    expect(vi.getTimerCount()).toBe(0);
  });
});
