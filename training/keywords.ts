/** The words that the lexicon is fitted to beside captions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Keywords, keywordsSchema } from '../src/dataset/schema';
import { DATA_FOLDER, readJson, sha256 } from './dataset';

export interface KeywordFile {
  readonly keywords: Keywords;
  readonly sha256: string;
}

const NAME = 'keywords.json';

/** Reads `data/`. Throws where the file is missing or not what its schema says. */
export const loadKeywords = (): KeywordFile => ({
  keywords: readJson(NAME, keywordsSchema),
  sha256: sha256(readFileSync(join(DATA_FOLDER, NAME))),
});
