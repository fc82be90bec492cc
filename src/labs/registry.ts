/** The labs, in the order in which the page shows them. */
import { bitsLab } from './bits/lab';
import { compareLab } from './compare/lab';
import { findLab } from './find/lab';
import { insideLab } from './inside/lab';
import type { Lab } from './lab';
import { lossLab } from './loss/lab';
import { paintLab } from './paint/lab';
import { survivesLab } from './survives/lab';
import { swapLab } from './swap/lab';

export const LABS: readonly Lab[] = [compareLab, survivesLab, swapLab, findLab, paintLab, insideLab, bitsLab, lossLab];
