/** The compare view: one image under both encoders. */
import type { Lab } from '../lab';

export const compareLab: Lab = { id: 'compare', load: () => import('./CompareLab') };
