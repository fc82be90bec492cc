/** The probe on real backends: the plain-number answer is the right one, and a wrong one is noticed. */
import '@tensorflow/tfjs-backend-cpu';
import { getBackend, memory, registerKernel, setBackend, unregisterKernel } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedAnswer, medianTime, probe, WrongAnswer } from '../../../src/engine/backends/probe';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(async () => {
  await initWasm();
});
afterAll(async () => void (await setBackend('cpu')));

describe('probe', () => {
  it.each(['cpu', 'wasm'])('has its answer from %s, and leaves no tensor', async (backend) => {
    await setBackend(backend);
    const before = memory().numTensors;
    expect(await probe()).toBeGreaterThan(0);
    expect(getBackend()).toBe(backend);
    expect(memory().numTensors).toBe(before);
  });

  it('gives the median of the runs after the first', async () => {
    await setBackend('wasm');
    const times = [0, 7, 10, 15];
    expect(await probe(() => times.shift() ?? Number.NaN)).toBe(5);
  });

  it('notices a backend that computes nonsense', async () => {
    await setBackend('cpu');
    const kernelName = 'Relu';
    const { kernelFunc } = (await import('@tensorflow/tfjs-core')).getKernel(kernelName, 'cpu');
    unregisterKernel(kernelName, 'cpu');
    registerKernel({ kernelName, backendName: 'cpu', kernelFunc: ({ inputs }) => ({ ...inputs.x! }) });
    try {
      await expect(probe()).rejects.toBeInstanceOf(WrongAnswer);
    } finally {
      unregisterKernel(kernelName, 'cpu');
      registerKernel({ kernelName, backendName: 'cpu', kernelFunc });
    }
  });

  it('expects values that differ from cell to cell', () => {
    const answer = expectedAnswer();
    expect(new Set(answer).size).toBeGreaterThan(answer.length / 2);
  });
});

describe('median time', () => {
  const clock =
    (...times: number[]) =>
    () =>
      times.shift() ?? Number.NaN;
  const nothing = async (): Promise<void> => undefined;

  it('is the middle of the runs', async () => {
    expect(await medianTime(nothing, 3, 100, clock(0, 9, 10, 15))).toBe(5);
  });

  it('stops at its budget, but not before one run', async () => {
    expect(await medianTime(nothing, 3, 100, clock(0, 400))).toBe(400);
    expect(await medianTime(nothing, 3, 100, clock(0, 60, 130))).toBe(60);
  });
});
