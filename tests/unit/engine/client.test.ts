/** The client with fake workers: starting, latest wins, recovery, giving up, trying again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngineClient } from '../../../src/engine/client';
import { EngineError, type Failure } from '../../../src/engine/errors';
import type { EngineStatus, GenerationSettings } from '../../../src/engine/protocol';
import { defaultAnswer, type FakeWorker, fakeSpawn, INFO, image } from './fake-engine';

const at = (codebook: GenerationSettings['codebook']): GenerationSettings => ({ grid: 16, codebook });
const options = { baseUrl: 'http://localhost/' };
const crashed: Failure = { code: 'worker-crashed', detail: 'boom' };

const autoStart = (worker: FakeWorker): void => {
  worker.auto = true;
};

function open(prepare?: (worker: FakeWorker, index: number) => void, backend?: 'webgl') {
  const { workers, spawn } = fakeSpawn(prepare);
  const client = createEngineClient({ ...options, ...(backend ? { backend } : {}) }, spawn);
  const states: EngineStatus[] = [];
  client.subscribe((status) => states.push(status));
  return { client, workers, states, last: () => workers.at(-1)!, names: () => states.map(({ state }) => state) };
}

/** Lets promises and timers of up to `ms` run. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('starting', () => {
  it('tells its listeners, and serves what was asked meanwhile', async () => {
    const { client, last, names } = open();
    const encoding = client.encode(image(1), at(16), 'en');
    await pass();
    expect(last().options).toMatchObject({ baseUrl: 'http://localhost/', grid: 16, skip: [] });
    last().take('start').answer(INFO);
    await pass();
    last()
      .take('encode')
      .answer(defaultAnswer('encode', [image(1), at(16), 'en']));
    expect(await encoding).toMatchObject({ generation: { codebook: 16 } });
    expect(names()).toEqual(['starting', 'ready']);
  });

  it('delivers the current status to a late listener, and none after unsubscribing', async () => {
    const { client, last } = open(autoStart);
    await pass();
    const seen: string[] = [];
    const stop = client.subscribe(({ state }) => seen.push(state));
    stop();
    last().crash(crashed);
    await pass();
    expect(seen).toEqual(['ready']);
  });

  it.each(['weights-missing', 'weights-altered', 'gallery-missing', 'backend-unavailable'] as const)(
    'fails for good on %s',
    async (code) => {
      const { client, last, names, workers } = open();
      const waiting = client.encode(image(1), at(16), 'en');
      waiting.catch(() => undefined);
      await pass();
      last()
        .take('start')
        .fail(new EngineError({ code, subject: 'x' }));
      await pass();
      expect(names()).toEqual(['starting', 'failed']);
      expect(workers).toHaveLength(1);
      await expect(waiting).rejects.toMatchObject({ failure: { code, subject: 'x' } });
      await expect(client.regenerate(at(2))).rejects.toMatchObject({ failure: { code } });
    },
  );

  it('leaves out WebGL when its probe hangs', async () => {
    const { workers, last, states } = open();
    await pass();
    last().tell({ kind: 'stage', stage: 'webgl', isFetching: false });
    await pass(8_000);
    expect(workers[0]?.terminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(last().options?.skip).toEqual([
      { backend: 'webgl', outcome: 'timed-out', detail: expect.stringContaining('8000 ms') },
    ]);
    last().take('start').answer(INFO);
    await pass();
    expect(states.at(-1)?.state).toBe('ready');
  });

  it('fails when a forced backend hangs', async () => {
    const { workers, last, states } = open(undefined, 'webgl');
    await pass();
    last().tell({ kind: 'stage', stage: 'webgl', isFetching: false });
    await pass(39_000);
    expect(states.at(-1)?.state).toBe('starting');
    await pass(1_000);
    expect(states.at(-1)).toMatchObject({ state: 'failed', failure: { code: 'backend-unavailable', subject: 'webgl' } });
    expect(workers).toHaveLength(1);
  });
});

describe('latest wins', () => {
  it('never has more than one call under way', async () => {
    const { client, last } = open((worker) => {
      worker.auto = false;
    });
    await pass();
    last().take('start').answer(INFO);
    await pass();
    const answers = ([2, 4, 8, 16, 32] as const).map((k) => client.regenerate(at(k)));
    await pass();
    expect(last().calls).toHaveLength(1);
    const first = last().take('regenerate');
    first.answer(defaultAnswer('regenerate', first.input));
    await pass();
    expect(last().calls).toHaveLength(1);
    const second = last().take('regenerate');
    second.answer(defaultAnswer('regenerate', second.input));
    await pass();
    const shown = (await Promise.all(answers)).map((answer) => (answer === 'superseded' ? answer : answer.codebook));
    expect(shown).toEqual([2, 'superseded', 'superseded', 'superseded', 32]);
    expect(last().calls).toHaveLength(0);
  });

  it('serves at once what is asked on hearing an answer', async () => {
    const { client, last } = open(autoStart);
    const shown: unknown[] = [];
    await client.captions('en');
    last().auto = false;
    const burst = [2, 4, 8] as const;
    for (const k of burst) void client.regenerate(at(k)).then((answer) => shown.push(answer));
    await pass();
    expect(last().calls.map(({ input }) => input)).toEqual([[at(2)]]);
    expect(shown).toEqual(['superseded']);
  });

  it('passes a failed request on and serves the next', async () => {
    const { client, last, names } = open();
    await pass();
    last().take('start').answer(INFO);
    await pass();
    const broken = client.regenerate({ grid: 8, codebook: 2 });
    const captions = client.captions('zh');
    broken.catch(() => undefined);
    await pass();
    last()
      .take('regenerate')
      .fail(new EngineError({ code: 'weights-missing', subject: 'vqvae-8/manifest.json' }));
    await pass();
    await expect(broken).rejects.toMatchObject({ failure: { code: 'weights-missing', subject: 'vqvae-8/manifest.json' } });
    last().take('captions').answer([]);
    expect(await captions).toEqual([]);
    expect(names()).toEqual(['starting', 'ready']);
  });
});

describe('recovery', () => {
  it('replaces a crashed worker, brings back the image and repeats the request under way', async () => {
    const { client, workers, names } = open((worker, index) => {
      worker.auto = index > 0;
    });
    await pass();
    workers[0]!.take('start').answer(INFO);
    const first = client.encode(image(7), at(16), 'zh');
    await pass();
    workers[0]!.take('encode').answer(defaultAnswer('encode', [image(7), at(16), 'zh']));
    await first;
    const slider = client.regenerate(at(64));
    await pass();
    workers[0]!.crash(crashed);
    await pass();
    expect(await slider).toMatchObject({ codebook: 64 });
    expect(workers).toHaveLength(2);
    expect(workers[0]?.terminated).toBe(true);
    expect(names()).toEqual(['starting', 'ready', 'recovering', 'ready']);
  });

  it('sends the last image and its last settings to the new worker before anything else', async () => {
    const { client, workers } = open();
    await pass();
    workers[0]!.take('start').answer(INFO);
    const encoded = client.encode(image(7), at(16), 'zh');
    await pass();
    workers[0]!.take('encode').answer(defaultAnswer('encode', [image(7), at(16), 'zh']));
    await encoded;
    const moved = client.regenerate(at(4));
    await pass();
    workers[0]!.take('regenerate').answer(defaultAnswer('regenerate', [at(4)]));
    await moved;
    workers[0]!.crash(crashed);
    void client.captions('en');
    await pass();
    workers[1]!.take('start').answer(INFO);
    await pass();
    const refill = workers[1]!.take('encode');
    expect(refill.input).toEqual([image(7), at(4), 'zh']);
    refill.answer({});
    await pass();
    workers[1]!.take('captions').answer([]);
  });

  it('restores a lost context in the same worker', async () => {
    const { client, workers, names, last } = open();
    await pass();
    last().take('start').answer(INFO);
    await pass();
    const slider = client.regenerate(at(8));
    await pass();
    const interrupted = last().take('regenerate');
    last().tell({ kind: 'context-lost' });
    interrupted.fail(new EngineError({ code: 'context-lost', subject: 'webgl' }));
    await pass();
    last().take('restore').answer(INFO);
    await pass();
    const again = last().take('regenerate');
    again.answer(defaultAnswer('regenerate', again.input));
    expect(await slider).toMatchObject({ codebook: 8 });
    expect(workers).toHaveLength(1);
    expect(names()).toEqual(['starting', 'ready', 'recovering', 'ready']);
  });

  it('goes on without WebGL when its context is lost again', async () => {
    const { last, workers } = open();
    await pass();
    last().take('start').answer(INFO);
    await pass();
    last().tell({ kind: 'context-lost' });
    await pass();
    last()
      .take('restore')
      .fail(new EngineError({ code: 'context-lost', subject: 'webgl' }));
    await pass(250);
    expect(workers).toHaveLength(2);
    expect(last().options?.skip).toEqual([{ backend: 'webgl', outcome: 'unavailable', detail: 'context-lost' }]);
  });

  it('takes a worker that stops answering for crashed', async () => {
    const { client, workers } = open((worker, index) => {
      worker.auto = index > 0;
      worker.answersPings = index > 0;
    });
    await pass();
    workers[0]!.take('start').answer(INFO);
    await pass();
    const slider = client.regenerate(at(8));
    await pass(19_999);
    expect(workers).toHaveLength(1);
    await pass(1);
    expect(workers).toHaveLength(2);
    expect(await slider).toMatchObject({ codebook: 8 });
  });

  it('waits for a slow answer while the worker is alive', async () => {
    const { client, workers, last } = open();
    await pass();
    last().take('start').answer(INFO);
    const slider = client.regenerate(at(8));
    await pass(120_000);
    expect(workers).toHaveLength(1);
    last()
      .take('regenerate')
      .answer(defaultAnswer('regenerate', [at(8)]));
    expect(await slider).toMatchObject({ codebook: 8 });
  });

  it('gives up after four failures in a row, with growing pauses, and tries again when asked', async () => {
    const { client, workers, states } = open();
    const waiting = client.encode(image(1), at(16), 'en');
    waiting.catch(() => undefined);
    await pass();
    for (const ms of [0, 250, 500, 1_000]) {
      const count = workers.length;
      workers.at(-1)!.crash(crashed);
      await pass(Math.max(0, ms - 1));
      if (ms > 0) expect(workers).toHaveLength(count);
      await pass(1);
      expect(workers).toHaveLength(count + 1);
    }
    workers.at(-1)!.crash(crashed);
    await pass();
    expect(states.at(-1)).toEqual({ state: 'failed', failure: crashed });
    await expect(waiting).rejects.toMatchObject({ failure: crashed });

    client.retry();
    await pass();
    workers.at(-1)!.take('start').answer(INFO);
    await pass();
    expect(states.slice(-2).map(({ state }) => state)).toEqual(['starting', 'ready']);
  });

  it('counts a failure after a long calm as the first', async () => {
    const { workers, states } = open(autoStart);
    for (let i = 0; i < 8; i++) {
      await pass(61_000);
      workers.at(-1)!.crash(crashed);
      await pass();
    }
    expect(states.at(-1)?.state).toBe('ready');
    expect(workers).toHaveLength(9);
  });

  it('rejects what is open when it is disposed of, and ends the worker', async () => {
    const { client, last, names } = open();
    await pass();
    last().take('start').answer(INFO);
    const slider = client.regenerate(at(8));
    slider.catch(() => undefined);
    await pass();
    client.dispose();
    await expect(slider).rejects.toBeInstanceOf(EngineError);
    await pass(60_000);
    expect(last().terminated).toBe(true);
    expect(names()).toEqual(['starting', 'ready']);
  });
});
