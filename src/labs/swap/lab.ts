/** The swap: draw from the code that was made for telling, tell from the code that was made for drawing. */
import type { Lab } from '../lab';

export const swapLab: Lab = { id: 'swap', load: () => import('./SwapLab') };
