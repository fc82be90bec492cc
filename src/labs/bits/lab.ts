/** What does a bit buy? Codebook size and grid as one plane: what an image costs, and how well it is drawn back. */
import type { Lab } from '../lab';

export const bitsLab: Lab = { id: 'bits', load: () => import('./BitsLab') };
