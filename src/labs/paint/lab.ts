/** Paint with tokens: change the code by hand and see what the decoder makes of it. */
import type { Lab } from '../lab';

export const paintLab: Lab = { id: 'paint', load: () => import('./PaintLab') };
