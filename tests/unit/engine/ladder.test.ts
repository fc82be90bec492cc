/** The ladder with made-up backends: who serves, and what is said of the others. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NEVER, type OpenBackend } from '../../../src/engine/backends/backend';
import { climb, type LadderOptions, type Openers } from '../../../src/engine/backends/ladder';
import { WrongAnswer } from '../../../src/engine/backends/probe';
import type { TimeBox } from '../../../src/engine/backends/time-box';
import { EngineError } from '../../../src/engine/errors';
import type { BackendName } from '../../../src/engine/protocol';

/** 'slow link': its files come after ten minutes; 'no files': they do not. */
type Behaviour = number | 'absent' | 'wrong' | 'silent' | 'late' | 'slow link' | 'no files' | 'no script';

const TEN_MINUTES = 600_000;
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function fetchFiles(behaviour: Behaviour | undefined): Promise<void> {
  if (behaviour === 'slow link') await after(TEN_MINUTES);
  if (behaviour === 'no files')
    throw new EngineError({ code: 'backend-unavailable', subject: 'wasm/simd.wasm', detail: 'status 404' });
  if (behaviour === 'no script') throw new EngineError({ code: 'script-missing', detail: 'offline' });
}

/** Backends that answer the probe in so many milliseconds, or misbehave. */
function world(behaviour: Partial<Record<BackendName, Behaviour>>) {
  const log: string[] = [];
  let current: BackendName | undefined;
  const open =
    (name: BackendName) =>
    async (_: unknown, box: TimeBox): Promise<OpenBackend> => {
      if (behaviour[name] === 'absent') throw new Error('not here');
      await box.fetching(() => fetchFiles(behaviour[name]));
      if (behaviour[name] === 'late') await after(60_000);
      current = name;
      log.push(`open ${name}`);
      return {
        name,
        lost: NEVER,
        compiledPrograms: () => 0,
        activate: async () => {
          current = name;
        },
        close: () => void log.push(`close ${name}`),
      };
    };
  const openers: Openers = { webgl: open('webgl'), wasm: open('wasm'), cpu: open('cpu') };
  const ask = async (): Promise<number> => {
    const answer = current && behaviour[current];
    if (answer === 'wrong') throw new WrongAnswer('relative error 0.5');
    if (answer === 'silent') return new Promise(() => undefined);
    return answer === 'slow link' ? 9 : Number(answer);
  };
  const tried: BackendName[] = [];
  const told: string[] = [];
  const onTry = (name: BackendName, isFetching: boolean): void => {
    if (tried.at(-1) !== name) tried.push(name);
    told.push(isFetching ? `fetch ${name}` : name);
  };
  const options: LadderOptions = { baseUrl: 'http://localhost/', forced: undefined, skip: [], fetchFile: fetch, onTry };
  const run = (changes: Partial<LadderOptions> = {}) => climb({ ...options, ...changes }, openers, ask);
  return { run, log, tried, told, current: () => current };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('ladder', () => {
  it('takes a quick WebGL without loading anything else', async () => {
    const { run, tried } = world({ webgl: 3, wasm: 1 });
    const { backend, attempts } = await run();
    expect(backend.name).toBe('webgl');
    expect(attempts).toEqual([{ backend: 'webgl', outcome: 'chosen', probeMs: 3 }]);
    expect(tried).toEqual(['webgl']);
  });

  it('lets the faster of two serve, makes it current and closes the other', async () => {
    const { run, log, current } = world({ webgl: 30, wasm: 9 });
    const { backend, attempts } = await run();
    expect(backend.name).toBe('wasm');
    expect(attempts).toEqual([
      { backend: 'webgl', outcome: 'slower', probeMs: 30 },
      { backend: 'wasm', outcome: 'chosen', probeMs: 9 },
    ]);
    expect(log).toEqual(['open webgl', 'open wasm', 'close webgl']);
    expect(current()).toBe('wasm');
  });

  it('prefers WebGL where WASM is no faster than the noise', async () => {
    const { run, current } = world({ webgl: 10, wasm: 9.5 });
    expect((await run()).backend.name).toBe('webgl');
    expect(current()).toBe('webgl');
  });

  it('does not trust a backend that answers wrong', async () => {
    const { run, log } = world({ webgl: 'wrong', wasm: 9 });
    const { backend, attempts } = await run();
    expect(backend.name).toBe('wasm');
    expect(attempts[0]).toEqual({ backend: 'webgl', outcome: 'wrong-answer', detail: 'relative error 0.5' });
    expect(log).toContain('close webgl');
  });

  it('waits for a silent backend no longer than its time', async () => {
    const { run } = world({ webgl: 'silent', wasm: 9 });
    const choice = run();
    await vi.advanceTimersByTimeAsync(6_000);
    expect((await choice).attempts[0]).toEqual({ backend: 'webgl', outcome: 'timed-out', detail: 'no answer in 6000 ms' });
  });

  it('closes a backend that opens too late, and goes on with the chosen one', async () => {
    const { run, log, current } = world({ webgl: 'absent', wasm: 'late', cpu: 900 });
    const choice = run();
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await choice).backend.name).toBe('cpu');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log).toEqual(['open cpu', 'open wasm', 'close wasm']);
    expect(current()).toBe('cpu');
  });

  it('waits for files as long as they take, and tells that it does', async () => {
    const { run, told } = world({ webgl: 'absent', wasm: 'slow link' });
    const choice = run();
    await vi.advanceTimersByTimeAsync(TEN_MINUTES);
    expect((await choice).backend.name).toBe('wasm');
    expect(told).toEqual(['webgl', 'wasm', 'fetch wasm', 'wasm']);
  });

  it('gives a backend its whole time once its files are here, and no more', async () => {
    const behaviour: Partial<Record<BackendName, Behaviour>> = { webgl: 30, wasm: 'slow link' };
    const { run } = world(behaviour);
    const choice = run();
    await vi.advanceTimersByTimeAsync(TEN_MINUTES - 1);
    behaviour.wasm = 'late';
    await vi.advanceTimersByTimeAsync(15_001);
    expect((await choice).attempts).toEqual([
      { backend: 'wasm', outcome: 'timed-out', detail: 'no answer in 15000 ms' },
      { backend: 'webgl', outcome: 'chosen', probeMs: 30 },
    ]);
  });

  it('names the file that a backend did not get', async () => {
    const { attempts } = await world({ webgl: 30, wasm: 'no files' }).run();
    expect(attempts[0]).toEqual({ backend: 'wasm', outcome: 'unavailable', detail: 'wasm/simd.wasm: status 404' });
  });

  it('does not say that nothing computes here where not even the code came', async () => {
    const nothing = world({ webgl: 'no script', wasm: 'no script', cpu: 'no script' }).run();
    await expect(nothing).rejects.toMatchObject({ failure: { code: 'script-missing' } });
  });

  it('comes down to the CPU only where nothing else works', async () => {
    const { run, tried } = world({ webgl: 'absent', wasm: 'absent', cpu: 900 });
    expect((await run()).backend.name).toBe('cpu');
    expect(tried).toEqual(['webgl', 'wasm', 'cpu']);
  });

  it('leaves out what failed before, and still names it', async () => {
    const { run, tried } = world({ webgl: 1, wasm: 9 });
    const skip = [{ backend: 'webgl', outcome: 'timed-out', detail: 'hung' }] as const;
    const { attempts } = await run({ skip });
    expect(tried).toEqual(['wasm']);
    expect(attempts.map(({ backend, outcome }) => [backend, outcome])).toEqual([
      ['webgl', 'timed-out'],
      ['wasm', 'chosen'],
    ]);
  });

  it('tries nothing but a forced backend, however slow', async () => {
    const { run, tried } = world({ webgl: 400, wasm: 1 });
    expect((await run({ forced: 'webgl' })).backend.name).toBe('webgl');
    expect(tried).toEqual(['webgl']);
  });

  it('fails with what was tried', async () => {
    await expect(world({ webgl: 'absent' }).run({ forced: 'webgl' })).rejects.toMatchObject({
      failure: { code: 'backend-unavailable', subject: 'webgl', detail: 'webgl: unavailable (not here)' },
    });
    await expect(world({ webgl: 'absent', wasm: 'wrong', cpu: 'absent' }).run()).rejects.toMatchObject({
      failure: { code: 'backend-unavailable', detail: expect.stringContaining('wasm: wrong-answer') },
    });
  });
});
