/** The codebook as pictures: what the decoder draws for a grid filled with one entry, cut out of the middle. */
import type { EngineClient } from '../../engine/client';
import { IMAGE_SIZE } from '../../model/types';
import type { PaintSettings } from './store';

/** Pixels of an entry's side: two cells of the fine grid, one of the coarse. */
export const TILE = 8;

/** Entries decoded in one request: few, so that an edit between two requests does not wait long. */
const BATCH = 16;

export interface Atlas {
  /** RGB tiles, one after another; those not drawn yet are grey. [K·TILE·TILE·3] */
  readonly tiles: Uint8Array;
  /** Entries drawn so far, from the first. */
  readonly drawn: number;
}

export interface AtlasMaker {
  /** Draws what is not drawn yet and tells of every batch; a later call for another codebook ends this one. */
  make(settings: PaintSettings, tell: (atlas: Atlas) => void): Promise<void>;
}

const GREY = 128;

export function createAtlasMaker(engine: () => Promise<EngineClient>): AtlasMaker {
  /** Kept, so that going back to a codebook costs nothing. */
  const known = new Map<string, Atlas>();
  let current = '';
  return {
    async make(settings, tell) {
      const key = `${settings.grid} ${settings.codebook}`;
      current = key;
      let atlas = known.get(key) ?? { tiles: new Uint8Array(settings.codebook * TILE * TILE * 3).fill(GREY), drawn: 0 };
      tell(atlas);
      const client = await engine();
      while (atlas.drawn < settings.codebook && current === key) {
        const first = atlas.drawn;
        const count = Math.min(BATCH, settings.codebook - first);
        const codes = Array.from({ length: count }, (_, i) => new Uint16Array(settings.grid ** 2).fill(first + i));
        const answer = await client.draw('paint-atlas', codes, settings);
        if (answer === 'superseded') return;
        const tiles = atlas.tiles.slice();
        answer.drawings.forEach((pixels, i) => tiles.set(middleOf(pixels), (first + i) * TILE * TILE * 3));
        atlas = { tiles, drawn: first + count };
        known.set(key, atlas);
        if (current === key) tell(atlas);
      }
    },
  };
}

/** From the middle pixel on: there a cell of either grid begins. [64·64·3] -> [TILE·TILE·3] */
function middleOf(pixels: Uint8Array): Uint8Array {
  const tile = new Uint8Array(TILE * TILE * 3);
  const start = IMAGE_SIZE / 2;
  for (let y = 0; y < TILE; y++) {
    const from = ((start + y) * IMAGE_SIZE + start) * 3;
    tile.set(pixels.subarray(from, from + TILE * 3), y * TILE * 3);
  }
  return tile;
}
