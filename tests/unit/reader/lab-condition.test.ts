/** Which sentences a lab's state lights up. */
import { expect, test } from 'vitest';
import { holds } from '../../../src/reader/lab-condition';

test.each([
  [{ k: '512' }, { k: 512, grid: 16 }, true],
  [{ k: '512' }, { k: 256, grid: 16 }, false],
  [{ k: '>=512' }, { k: 1024, grid: 16 }, true],
  [{ k: '>=512' }, { k: 'inf', grid: 16 }, true],
  [{ k: '>=512' }, { k: 256, grid: 16 }, false],
  [{ k: '<=16' }, { k: 16, grid: 16 }, true],
  [{ k: '<=16' }, { k: 'inf', grid: 16 }, false],
  [{ k: 'inf' }, { k: 'inf', grid: 16 }, true],
  [{ k: 'inf' }, { k: 1024, grid: 16 }, false],
  [{ grid: '8' }, { k: 128, grid: 8 }, true],
  [{ grid: '8' }, { k: 128, grid: 16 }, false],
  [{ k: '16', grid: '16' }, { k: 16, grid: 16 }, true],
  [{ k: '16', grid: '16' }, { k: 16, grid: 8 }, false],
  [{ k: '16' }, {}, false],
  [{}, { k: 16, grid: 16 }, false],
  [{ k: 'many' }, { k: 16, grid: 16 }, false],
  [{ change: 'blur' }, { change: 'blur', strength: 2 }, true],
  [{ change: 'blur', strength: '>=3' }, { change: 'blur', strength: 2 }, false],
  [{ temperature: '<=0.07' }, { temperature: 0.05 }, true],
  [{ sample: '1F431' }, { sample: { concept: '1F431' } }, false],
])('%j, shown %j: %s', (conditions, state, expected) => {
  expect(holds(conditions, state)).toBe(expected);
});
