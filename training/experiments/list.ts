/** The ordered list of experiments. */
import { e2 } from './e2/e2';
import { e3 } from './e3/e3';
import { e4 } from './e4/e4';
import { e7 } from './e7/e7';
import { e8 } from './e8/e8';
import type { Experiment } from './experiment';
import { summary } from './summary';
import { temperature } from './temperature/temperature';
import { twoByTwo } from './two-by-two';

export const EXPERIMENTS: readonly Experiment[] = [e2, e3, e4, e7, e8, temperature, twoByTwo, summary];
