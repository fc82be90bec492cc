/** Inside: both encoders step by step, from a picture to its codes, down to the numbers in the formulas. */
import type { Lab } from '../lab';

export const insideLab: Lab = { id: 'inside', load: () => import('./InsideLab') };
