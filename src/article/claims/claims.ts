/** All claims of the article, in its order. */
import { CAUSES } from './causes';
import type { Claim } from './claim';
import { DESIGN } from './design';
import { GOALS } from './goals';
import { MODELS } from './models';
import { OUTLOOK } from './outlook';

export const CLAIMS: readonly Claim[] = [...GOALS, ...DESIGN, ...MODELS, ...CAUSES, ...OUTLOOK];

const BY_ID = new Map(CLAIMS.map((claim) => [claim.id, claim]));

/** @throws Error where there is no such claim: a slip in a text */
export function claimOf(id: number): Claim {
  const claim = BY_ID.get(id);
  if (!claim) throw new Error(`there is no claim ${id}`);
  return claim;
}
