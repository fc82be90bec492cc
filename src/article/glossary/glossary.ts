/** The terms that the article explains where they occur, and lists at its end. */
import { ENCODING } from './encoding';
import type { GlossaryEntry } from './entry';
import { MEASURING } from './measuring';
import { TRAINING } from './training';

export const GLOSSARY: readonly GlossaryEntry[] = [...ENCODING, ...TRAINING, ...MEASURING];
