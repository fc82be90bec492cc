/** Whose colour a code has. */
import type { SwapCode } from '../../model/types';

export const SIDES: Readonly<Record<SwapCode, 'und' | 'gen' | 'none'>> = {
  pooled: 'und',
  grid: 'und',
  tokens: 'gen',
  'random-grid': 'none',
};
