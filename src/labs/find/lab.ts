/** Find it. A phrase or a picture looks for its like in the gallery: by the embedding, by tokens, by pixels. */
import type { Lab } from '../lab';

export const findLab: Lab = { id: 'find', load: () => import('./FindLab') };
