/** op rankRow: how like one of the gallery's own drawings the others are, by each of its codes; no model runs. */
import { correlations, cosines, histogramOverlaps } from '../../model/gallery-scores';
import type { GridSize } from '../../model/types';
import type { DrawingRanking } from '../protocol';
import { identityOf } from '../stores/models';
import type { Workshop } from './workshop';

/** @throws EngineError gallery-missing | gallery-stale */
export async function rankRow({ models, gallery }: Workshop, row: number, grid: GridSize): Promise<DrawingRanking> {
  const [contrastive, vqvae] = await Promise.all([models.contrastive(), models.vqvae(grid)]);
  const [{ concepts, embeddings }, tokens, pixels] = await Promise.all([
    gallery.open(contrastive.sha256),
    gallery.tokens(vqvae.sha256, grid),
    gallery.pixels(),
  ]);
  const own = <Table extends Int8Array | Uint16Array | Uint8Array>(table: Table): Table => {
    const length = table.length / concepts.length;
    return table.subarray(row * length, (row + 1) * length) as Table;
  };
  const packed = own(embeddings);
  const length = Math.hypot(...packed) || 1;
  return {
    models: { understanding: identityOf(contrastive), generation: identityOf(vqvae) },
    embedding: cosines(
      Float32Array.from(packed, (value) => value / length),
      embeddings,
    ),
    tokens: histogramOverlaps(own(tokens), tokens),
    pixels: correlations(own(pixels), pixels),
  };
}
