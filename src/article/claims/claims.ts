/** All claims of the article, in its order. */
import { CAUSES } from './causes';
import type { Claim } from './claim';
import { DESIGN } from './design';
import { GOALS } from './goals';
import { MODELS } from './models';
import { OUTLOOK } from './outlook';

export const CLAIMS: readonly Claim[] = [...GOALS, ...DESIGN, ...MODELS, ...CAUSES, ...OUTLOOK];
