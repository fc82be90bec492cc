/** Latest wins: what waits, what is replaced, what goes back after a crash. */
import { describe, expect, it } from 'vitest';
import { createRequestQueue, type EngineRemote, type EngineRequest } from '../../../src/engine/queue';

const engine = {} as EngineRemote;

/** Serves one request at a time, as the client does. */
async function serveNext(queue: ReturnType<typeof createRequestQueue>): Promise<EngineRequest | undefined> {
  const request = queue.next();
  const answer = await request?.send(engine);
  queue.done();
  answer?.();
  return request;
}

describe('request queue', () => {
  it('runs the first and the last of a dragged slider', async () => {
    const queue = createRequestQueue(() => undefined);
    const ran: number[] = [];
    const submit = (k: number) =>
      queue.submit('regenerate', async () => {
        ran.push(k);
        return k;
      });
    const first = submit(2);
    const running = queue.next();
    const rest = [4, 8, 16].map(submit);
    (await running?.send(engine))?.();
    queue.done();
    await serveNext(queue);
    expect(await Promise.all([first, ...rest])).toEqual([2, 'superseded', 'superseded', 16]);
    expect(ran).toEqual([2, 16]);
  });

  it('runs one request at a time', async () => {
    const queue = createRequestQueue(() => undefined);
    void queue.submit('regenerate', async () => 1);
    void queue.submit('captions', async () => 2);
    expect(queue.next()?.operation).toBe('regenerate');
    expect(queue.next()).toBeUndefined();
    queue.done();
    expect(queue.next()?.operation).toBe('captions');
  });

  it('lets a new image replace whatever concerned the old one, running or waiting', async () => {
    const queue = createRequestQueue(() => undefined);
    const running = queue.submit('encode', async () => 'old');
    const request = queue.next();
    const waiting = [
      queue.submit('regenerate', async () => 1),
      queue.submit('distances', async () => 1),
      queue.submit('captions', async () => 1),
    ];
    const latest = queue.submit('encode', async () => 'new');
    expect(await Promise.all([running, ...waiting])).toEqual(Array(4).fill('superseded'));
    (await request?.send(engine))?.();
    queue.done();
    await serveNext(queue);
    expect(await latest).toBe('new');
  });

  it('keeps an image waiting when the slider moves after it, and serves it first', async () => {
    const queue = createRequestQueue(() => undefined);
    void queue.submit('captions', async () => 0);
    queue.next();
    void queue.submit('regenerate', async () => 1);
    const image = queue.submit('encode', async () => 'image');
    const slider = queue.submit('regenerate', async () => 2);
    queue.done();
    expect((await serveNext(queue))?.operation).toBe('encode');
    expect((await serveNext(queue))?.operation).toBe('regenerate');
    expect(await Promise.all([image, slider])).toEqual(['image', 2]);
  });

  it('keeps one waiting request for each lab, and answers the one that runs', async () => {
    const queue = createRequestQueue(() => undefined);
    const running = queue.submit('codes', async () => 'first', 'survives');
    const request = queue.next();
    const middle = queue.submit('codes', async () => 'middle', 'survives');
    const other = queue.submit('codes', async () => 'other lab', 'loss');
    const last = queue.submit('codes', async () => 'last', 'survives');
    (await request?.send(engine))?.();
    queue.done();
    await serveNext(queue);
    await serveNext(queue);
    expect(await Promise.all([running, middle, other, last])).toEqual(['first', 'superseded', 'other lab', 'last']);
  });

  it('lets no new image of the page replace what a lab asks about its own', async () => {
    const queue = createRequestQueue(() => undefined);
    const codes = queue.submit('codes', async () => 'codes', 'survives');
    void queue.submit('encode', async () => 'image');
    expect((await serveNext(queue))?.operation).toBe('encode');
    await serveNext(queue);
    expect(await codes).toBe('codes');
  });

  it('puts the running request back, unless a newer one waits', async () => {
    const queue = createRequestQueue(() => undefined);
    const only = queue.submit('regenerate', async () => 1);
    queue.next();
    queue.putBack();
    expect(queue.next()?.operation).toBe('regenerate');
    const newer = queue.submit('regenerate', async () => 2);
    queue.putBack();
    expect(await only).toBe('superseded');
    await serveNext(queue);
    expect(await newer).toBe(2);
    expect(queue.next()).toBeUndefined();
  });

  it('rejects everything at once', async () => {
    const queue = createRequestQueue(() => undefined);
    const all = [queue.submit('encode', async () => 1), queue.submit('regenerate', async () => 1)];
    queue.next();
    queue.rejectAll(new Error('over'));
    for (const promise of all) await expect(promise).rejects.toThrow('over');
    expect(queue.next()).toBeUndefined();
  });
});
