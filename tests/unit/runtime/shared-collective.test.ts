import { describe, expect, it } from 'vitest';
import { solo } from '../../../src/model/collective';
import {
  abortCollective,
  CollectiveAborted,
  createCollectiveMemory,
  joinCollective,
  requestStop,
} from '../../../training/runtime/shared-collective';

describe('a collective of one', () => {
  it('passes arrays longer than its memory in pieces', () => {
    const collective = joinCollective(createCollectiveMemory(1, 4), 0);
    const values = Float32Array.from({ length: 11 }, (_, i) => i);
    collective.allReduceMean(values);
    expect([...values]).toEqual(Array.from({ length: 11 }, (_, i) => i));
    expect(collective.allGather(values)).toEqual(solo.allGather(values));
  });

  it('hears a stop', () => {
    const memory = createCollectiveMemory(1);
    const collective = joinCollective(memory, 0);
    expect(collective.stopAgreed()).toBe(false);
    requestStop(memory);
    expect(collective.stopAgreed()).toBe(true);
  });

  it('raises after an abort', () => {
    const memory = createCollectiveMemory(2);
    abortCollective(memory);
    expect(() => joinCollective(memory, 0).barrier()).toThrow(CollectiveAborted);
  });

  it('refuses ranks and sizes that cannot be', () => {
    expect(() => createCollectiveMemory(0)).toThrow(RangeError);
    expect(() => joinCollective(createCollectiveMemory(2), 2)).toThrow(RangeError);
  });
});
