/** Files of what the lab shows. */
import { pictureName, pictureStem } from '../shared/picture-name';
import type { Ground, Shown } from './store';

/** A name for files about what is shown, without an extension. */
export function fileStem({ picture, settings: { grid, codebook } }: Ground): string {
  return `${pictureStem(picture)}-painted-${grid}x${grid}-k${codebook}`;
}

/** The tokens as the encoder gave them and as they are painted, row by row. */
export function jsonOf({ ground, after, other }: Shown): Blob {
  const { picture, partner } = ground;
  const { grid, codebook } = ground.settings;
  const rows = (tokens: Uint16Array) => Array.from({ length: grid }, (_, y) => [...tokens.subarray(y * grid, (y + 1) * grid)]);
  const content = {
    model: ground.model,
    grid,
    codebook,
    picture: pictureName(picture),
    partner: partner.concept,
    encoded: { picture: rows(ground.canvas.tokens), partner: rows(ground.canvas.other) },
    painted: { picture: rows(after.tokens), partner: rows(other.tokens) },
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}
