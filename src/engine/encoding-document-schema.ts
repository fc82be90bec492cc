/** The form of a document that holds both encodings of a picture, for whoever reads one. */
import * as z from 'zod/mini';
import { count, filled, positive, positiveInt, sha256 } from '../checks';
import { CODEBOOK_SIZES, GRID_SIZES, LANGUAGES } from '../model/types';

const cosine = z.number().check(z.minimum(-1.001), z.maximum(1.001));

const formSchema = z.object({
  /** Name of the file, or of the sample as `concept.artist`. */
  image: filled,
  /** The two models used, by id, each with the SHA-256 of its weights. */
  models: z.record(z.string(), z.object({ sha256 })),
  /** Unit vector. */
  embedding: z.array(z.number()).check(z.length(128)),
  /** Nearest gallery pictures, nearest first; `concept` is a CLDR hexcode. */
  nearest: z.array(z.object({ concept: z.string(), artist: z.string(), cosine })),
  captions: z.array(z.object({ text: z.string(), lang: z.literal(LANGUAGES), cosine })),
  grid: z.literal(GRID_SIZES),
  /** Number of entries, or `inf` for the model without a quantiser. */
  codebook: z.literal(CODEBOOK_SIZES),
  /** Rows of token ids; empty without a quantiser. */
  tokens: z.array(z.array(count)),
  metrics: z.object({
    /** dB over 8-bit RGB; null where the reconstruction equals the picture. */
    psnr: z.nullable(z.number()),
    ssim: z.number(),
    bitsPerImage: positive,
    /** Different entries used; null without a quantiser. */
    codesUsed: z.nullable(positiveInt),
  }),
  /** The codebook, one row an entry, where the document carries it. */
  entries: z.optional(z.array(z.array(z.number()))),
});

/** Beyond its form, a document's tokens fill its grid and name entries of its codebook. */
export const encodingDocumentSchema = formSchema.check(
  z.superRefine(({ grid, codebook, tokens, entries }, context) => {
    const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (codebook === 'inf') {
      if (tokens.length > 0) complain('tokens', 'tokens without a codebook');
    } else {
      if (tokens.length !== grid || tokens.some((row) => row.length !== grid)) complain('tokens', `not ${grid} rows of ${grid}`);
      if (tokens.some((row) => row.some((id) => id >= codebook))) complain('tokens', `an id beyond ${codebook} entries`);
    }
    if (entries && entries.length !== (codebook === 'inf' ? 0 : codebook)) complain('entries', `not ${codebook} entries`);
  }),
);

export type EncodingDocument = z.infer<typeof encodingDocumentSchema>;
