/** Failures over a real message channel: they arrive as they were raised. */
import { expose, wrap } from 'comlink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryFailures } from '../../../src/engine/carriage';
import { EngineError } from '../../../src/engine/errors';
import { workerFailureOf } from '../../../src/engine/handlers/failures';

const api = {
  weights(): number {
    throw new EngineError({ code: 'weights-altered', subject: 'vqvae-16/weights.bin', detail: 'SHA-256 differs' });
  },
  async memory(): Promise<number> {
    throw new RangeError('Array buffer allocation failed');
  },
  trap(): number {
    throw new WebAssembly.RuntimeError('unreachable');
  },
  bug(): number {
    throw new TypeError('x is undefined');
  },
};

const { port1, port2 } = new MessageChannel();
beforeAll(() => {
  carryFailures(workerFailureOf);
  expose(api, port1);
});
afterAll(() => {
  port1.close();
  port2.close();
});

describe('carriage of failures', () => {
  const remote = wrap<typeof api>(port2);
  it.each([
    ['weights', { code: 'weights-altered', subject: 'vqvae-16/weights.bin', detail: 'SHA-256 differs' }],
    ['memory', { code: 'out-of-memory', detail: 'RangeError: Array buffer allocation failed' }],
    ['trap', { code: 'worker-crashed', detail: 'RuntimeError: unreachable' }],
    ['bug', { code: 'internal', detail: 'TypeError: x is undefined' }],
  ] as const)('%s', async (operation, failure) => {
    const error = await remote[operation]().catch((raised: unknown) => raised);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ failure });
  });
});
