/** Which tokens the gallery's drawings are compared by, as the gallery says: not those chosen on the page. */
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { positiveInt } from '../../checks';
import type { LabHost } from '../lab';
import { readJson } from '../shared/files';
import { TOKEN_GRID } from './store';

export interface TokenCode {
  readonly grid: number;
  readonly codebook: number;
}

/** The tokens, by grid, of one codebook. */
const codesSchema = z.object({ codebook: positiveInt, tokens: z.object({ [TOKEN_GRID]: z.object({}) }) });

/** null until it is known; without it the column still answers, or says itself why it cannot. */
export function useTokenCode(host: LabHost): TokenCode | null {
  const [code, setCode] = useState<TokenCode | null>(null);
  useEffect(() => {
    readJson('gallery/codes.json', host.fileUrl, codesSchema).then(
      ({ codebook }) => setCode({ grid: TOKEN_GRID, codebook }),
      () => undefined,
    );
  }, [host]);
  return code;
}
