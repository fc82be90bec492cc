/** The engine's thread: the table of operations. All tensors live here. */
import { memory } from '@tensorflow/tfjs-core';
import { expose, transfer } from 'comlink';
import { carryFailures } from './carriage';
import { EngineError } from './errors';
import { captions } from './handlers/captions';
import { distances } from './handlers/distances';
import { encode } from './handlers/encode';
import { workerFailureOf } from './handlers/failures';
import { createIdleWork, type IdleWork } from './handlers/idle';
import { regenerate } from './handlers/regenerate';
import { restore, start } from './handlers/start';
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
  async memory() {
    const { workshop, idle } = started();
    await idle.settled();
    const { numTensors, numBytes } = memory();
    return { numTensors, numBytes, programs: workshop.backend.compiledPrograms() };
  },
};

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
