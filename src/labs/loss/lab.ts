/** Which loss? What softmax and sigmoid ask of the similarities of one batch. */
import type { Lab } from '../lab';

export const lossLab: Lab = { id: 'loss', load: () => import('./LossLab') };
