/** The labs, in the order in which the page shows them. */
import { compareLab } from './compare/lab';
import type { Lab } from './lab';

export const LABS: readonly Lab[] = [compareLab];
