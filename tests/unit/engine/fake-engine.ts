/** Workers that answer when a test says so. */
import type { Failure } from '../../../src/engine/errors';
import type { EngineHandle } from '../../../src/engine/life';
import type {
  EngineApi,
  EngineEvent,
  EngineInfo,
  GenerationResult,
  GenerationSettings,
  WorkerOptions,
} from '../../../src/engine/protocol';
import type { RgbImage } from '../../../src/model/types';

export const INFO: EngineInfo = {
  backend: 'webgl',
  attempts: [{ backend: 'webgl', outcome: 'chosen', probeMs: 1 }],
  forced: false,
  encodeMs: 5,
  models: { contrastive: { sha256: 'a' } },
};

export const image = (shade: number): RgbImage => ({ width: 64, height: 64, data: new Uint8Array(64 * 64 * 3).fill(shade) });

export function generation({ grid, codebook }: GenerationSettings): GenerationResult {
  return {
    model: { id: `vqvae-${grid}`, sha256: 'b' },
    grid,
    codebook,
    tokens: new Uint16Array(),
    latents: new Float32Array(),
    entries: new Float32Array(),
    codeDim: 8,
    reconstruction: new Uint8Array(),
    metrics: { psnr: 1, ssim: 1, bitsPerImage: 1, codesUsed: 1 },
  };
}

interface Call {
  readonly operation: keyof EngineApi;
  readonly input: readonly unknown[];
  answer(value: unknown): void;
  fail(error: Error): void;
}

/** One fake worker. Calls wait in `calls` until answered; `auto` answers them at once. */
export class FakeWorker {
  readonly calls: Call[] = [];
  options: WorkerOptions | undefined;
  tell: (event: EngineEvent) => void = () => undefined;
  crash: (failure: Failure) => void = () => undefined;
  terminated = false;
  auto = false;
  answersPings = true;

  handle(): EngineHandle {
    const call =
      (operation: keyof EngineApi) =>
      (...input: unknown[]): Promise<never> =>
        new Promise<never>((resolve, reject) => {
          const answer = (value: unknown): void => resolve(value as never);
          if (this.auto) answer(defaultAnswer(operation, input));
          else this.calls.push({ operation, input, answer, fail: reject });
        });
    return {
      engine: {
        start: (options, tell) => {
          this.options = options;
          this.tell = tell;
          return call('start')(options);
        },
        restore: call('restore'),
        ping: () => (this.answersPings ? Promise.resolve() : new Promise(() => undefined)),
        encode: call('encode'),
        regenerate: call('regenerate'),
        captions: call('captions'),
        distances: call('distances'),
        swap: call('swap'),
        rank: call('rank'),
        codes: call('codes'),
        draw: call('draw'),
        drawVectors: call('drawVectors'),
        phrase: call('phrase'),
        rankRow: call('rankRow'),
        sweep: call('sweep'),
        likeness: call('likeness'),
        trace: call('trace'),
        memory: call('memory'),
      },
      onEnd: (listener) => {
        this.crash = listener;
      },
      terminate: () => {
        this.terminated = true;
      },
    };
  }

  /** The oldest unanswered call. */
  take(operation: keyof EngineApi): Call {
    const next = this.calls.shift();
    if (next?.operation !== operation) throw new Error(`expected ${operation}, got ${next?.operation ?? 'nothing'}`);
    return next;
  }
}

export function defaultAnswer(operation: keyof EngineApi, input: readonly unknown[]): unknown {
  if (operation === 'start' || operation === 'restore') return INFO;
  if (operation === 'encode') return { understanding: {}, generation: generation(input[1] as GenerationSettings) };
  if (operation === 'regenerate') return generation(input[0] as GenerationSettings);
  return [];
}

/** A factory of fake workers that keeps them all. */
export function fakeSpawn(prepare: (worker: FakeWorker, index: number) => void = () => undefined) {
  const workers: FakeWorker[] = [];
  const spawn = (): EngineHandle => {
    const worker = new FakeWorker();
    prepare(worker, workers.length);
    workers.push(worker);
    return worker.handle();
  };
  return { workers, spawn };
}
