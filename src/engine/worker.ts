/** The engine's thread: the table of operations. All tensors live here. */
import { memory } from '@tensorflow/tfjs-core';
import { expose, transfer } from 'comlink';
import { carryFailures } from './carriage';
import { EngineError } from './errors';
import { captions } from './handlers/captions';
import { codes } from './handlers/codes';
import { distances } from './handlers/distances';
import { draw } from './handlers/draw';
import { drawVectors } from './handlers/draw-vectors';
import { encode } from './handlers/encode';
import { workerFailureOf } from './handlers/failures';
import { likeness } from './handlers/generation';
import { createIdleWork, type IdleWork } from './handlers/idle';
import { phrase } from './handlers/phrase';
import { rank } from './handlers/rank';
import { rankRow } from './handlers/rank-row';
import { regenerate } from './handlers/regenerate';
import { restore, start } from './handlers/start';
import { swap } from './handlers/swap';
import { sweep } from './handlers/sweep';
import { trace } from './handlers/trace';
import type { Workshop } from './handlers/workshop';
import type { EngineApi, EngineEvent, GenerationResult, WorkerOptions } from './protocol';

interface Session {
  readonly workshop: Workshop;
  readonly options: WorkerOptions;
  readonly idle: IdleWork;
  readonly tell: (event: EngineEvent) => void;
}

let session: Session | undefined;

function started(): Session {
  if (!session) throw new EngineError({ code: 'internal', detail: 'the engine was not started' });
  return session;
}

/** Runs an operation and puts idle work off until after it. */
async function serve<T>(operation: (workshop: Workshop) => Promise<T>): Promise<T> {
  const { workshop, idle } = started();
  idle.hold();
  try {
    return await operation(workshop);
  } finally {
    idle.allow();
  }
}

const buffersOf = ({ tokens, latents, entries, reconstruction }: GenerationResult): ArrayBufferLike[] =>
  [tokens, latents, entries, reconstruction].map(({ buffer }) => buffer);

const engine: EngineApi = {
  async start(options, tell) {
    await holdLifeLock(options.lifeLock);
    const { workshop, info } = await start(options, tell);
    session = { workshop, options, tell, idle: createIdleWork(workshop, options.grid) };
    return info;
  },
  async restore() {
    const { workshop, options, tell, idle } = started();
    idle.stop();
    const info = await restore(workshop, options, tell);
    // What idle work had prepared went with the backend.
    session = { workshop, options, tell, idle: createIdleWork(workshop, options.grid) };
    session.idle.allow();
    return info;
  },
  ping: async () => undefined,
  async encode(image, settings, language) {
    const encoding = await serve((workshop) => encode(workshop, image, settings, language));
    const { embedding, attention } = encoding.understanding;
    return transfer(encoding, [...buffersOf(encoding.generation), embedding.buffer, attention.buffer] as Transferable[]);
  },
  async regenerate(settings) {
    const result = await serve((workshop) => regenerate(workshop, settings));
    return transfer(result, buffersOf(result) as Transferable[]);
  },
  captions: (language) => serve((workshop) => captions(workshop, language)),
  async distances(cell) {
    const result = await serve((workshop) => distances(workshop, cell));
    return transfer(result, [result.buffer as ArrayBuffer]);
  },
  async swap(image) {
    const drawings = await serve((workshop) => swap(workshop, image));
    return transfer(
      drawings,
      drawings.map(({ reconstruction }) => reconstruction.buffer as ArrayBuffer),
    );
  },
  async rank(image, grid, language) {
    const result = await serve((workshop) => rank(workshop, image, grid, language));
    return transfer(result, [...buffersIn(result)]);
  },
  async codes(images, settings) {
    const result = await serve((workshop) => codes(workshop, images, settings));
    const buffers = result.images.flatMap(({ embedding, tokens, latents }) => [embedding.buffer, tokens.buffer, latents.buffer]);
    return transfer(result, [...buffers, result.entries.buffer] as Transferable[]);
  },
  async draw(codes, settings) {
    const result = await serve((workshop) => draw(workshop, codes, settings));
    return transfer(
      result,
      result.drawings.map(({ buffer }) => buffer as ArrayBuffer),
    );
  },
  async drawVectors(vectors) {
    const result = await serve((workshop) => drawVectors(workshop, vectors));
    return transfer(
      result,
      result.drawings.map(({ buffer }) => buffer as ArrayBuffer),
    );
  },
  rankRow: (row, grid) => serve((workshop) => rankRow(workshop, row, grid)),
  phrase: (text) => serve((workshop) => phrase(workshop, text)),
  async sweep(image, settings) {
    const results = await serve((workshop) => sweep(workshop, image, settings));
    return transfer(results, results.flatMap(buffersOf) as Transferable[]);
  },
  likeness: (original, drawings) => serve(async () => drawings.map((drawn) => likeness(original, drawn))),
  async trace(image, settings) {
    const result = await serve((workshop) => trace(workshop, image, settings));
    return transfer(result, [...buffersIn(result)]);
  },
  async memory() {
    const { workshop, idle } = started();
    await idle.settled();
    const { numTensors, numBytes } = memory();
    return { numTensors, numBytes, programs: workshop.backend.compiledPrograms() };
  },
};

/** Of all arrays in a result, however deep. */
function buffersIn(value: unknown): Set<Transferable> {
  if (ArrayBuffer.isView(value)) return new Set([value.buffer as ArrayBuffer]);
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return new Set(parts.flatMap((part) => [...buffersIn(part)]));
}

/** Resolves when the lock is held; it is let go only when this thread ends. */
function holdLifeLock(name: string | undefined): Promise<void> {
  if (name === undefined || !('locks' in navigator)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return new Promise<void>(() => undefined);
      })
      .catch(reject);
  });
}

carryFailures(workerFailureOf);
expose(engine);
