/**
 * The quantiser (VQ-VAE, arXiv 1711.00937, §3.1): nearest entry, and what is said about the entries used.
 * Plain numbers, so that every backend, the shell and the tests choose the same tokens from the same latents.
 */

/**
 * Index of the nearest entry by squared Euclidean distance; ties go to the lower index.
 * @param latents [N·D]
 * @param entries [K·D]
 * @returns token ids [N]
 */
export function nearestCodes(latents: Float32Array, entries: Float32Array, codeDim: number): Uint16Array {
  const count = latents.length / codeDim;
  const tokens = new Uint16Array(count);
  for (let n = 0; n < count; n++) {
    const row = squaredDistances(latents.subarray(n * codeDim, (n + 1) * codeDim), entries);
    let best = 0;
    for (let k = 1; k < row.length; k++) if ((row[k] as number) < (row[best] as number)) best = k;
    tokens[n] = best;
  }
  return tokens;
}

/** Squared Euclidean distance of one latent [D] to every entry [K·D]. -> [K] */
export function squaredDistances(latent: Float32Array, entries: Float32Array): Float32Array {
  const codeDim = latent.length;
  const distances = new Float32Array(entries.length / codeDim);
  for (let k = 0; k < distances.length; k++) {
    let total = 0;
    for (let d = 0; d < codeDim; d++) {
      const difference = (latent[d] as number) - (entries[k * codeDim + d] as number);
      total += difference * difference;
    }
    distances[k] = total;
  }
  return distances;
}

/** The entries of the tokens, laid side by side. tokens [N], entries [K·D] -> [N·D] */
export function lookUp(tokens: Uint16Array, entries: Float32Array, codeDim: number): Float32Array {
  const codes = new Float32Array(tokens.length * codeDim);
  tokens.forEach((token, n) => codes.set(entries.subarray(token * codeDim, (token + 1) * codeDim), n * codeDim));
  return codes;
}

/** How often each entry occurs. tokens [N] -> [K] */
export function tokenCounts(tokens: Uint16Array, codebookSize: number): Float64Array {
  const counts = new Float64Array(codebookSize);
  for (const token of tokens) counts[token] = (counts[token] as number) + 1;
  return counts;
}

/** Share of entries that occur at all, 0..1. */
export const usage = (counts: Float64Array): number =>
  counts.reduce((used, count) => used + (count > 0 ? 1 : 0), 0) / counts.length;

/** exp of the entropy of the entries' frequencies: the number of entries that would be used evenly. 1..K */
export function perplexity(counts: Float64Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Math.exp(-counts.reduce((sum, count) => (count > 0 ? sum + (count / total) * Math.log(count / total) : sum), 0));
}
