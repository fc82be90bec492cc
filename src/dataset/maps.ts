/** What public/gallery/maps.json holds: the same drawings on one 2-D map for each representation, and how pure their neighbourhoods are. */
import * as z from 'zod/mini';
import { count, positiveInt, sha256, share } from '../checks';

export const MAP_REPRESENTATIONS = ['embedding', 'tokens', 'pixels'] as const;
export type MapRepresentation = (typeof MAP_REPRESENTATIONS)[number];

/** Coordinates are whole numbers from 0 to this. */
export const MAP_SIDE = 1023;

/** Over all points, and over those of concepts that no model was trained on. */
const bySet = z.object({ all: share, heldOut: share });
export type BySet = z.infer<typeof bySet>;

const mapSchema = z.object({
  /** Share of a point's nearest neighbours that are drawings of its concept: among the representation's own numbers, and on the map. */
  purity: z.object({ space: bySet, map: bySet }),
  x: z.array(count.check(z.maximum(MAP_SIDE))),
  y: z.array(count.check(z.maximum(MAP_SIDE))),
});
export type GalleryMap = z.infer<typeof mapSchema>;

/** SHA-256 of the weights behind each representation; pixels have none. */
const mapWeightsSchema = z.object({ embedding: sha256, tokens: sha256 });
export type MapWeights = z.infer<typeof mapWeightsSchema>;

export const galleryMapsSchema = z
  .object({
    command: z.string(),
    seed: count,
    weights: mapWeightsSchema,
    /** How each representation is compared. */
    distance: z.record(z.enum(MAP_REPRESENTATIONS), z.string()),
    umap: z.object({ neighbours: count, minDist: z.number(), epochs: count }),
    /** Nearest points that purity looks at. */
    neighbours: positiveInt,
    /** Concepts on the map, and those it was drawn from. */
    concepts: z.object({ shown: count, of: count, heldOut: count }),
    /** The best purity there could be, a concept having few drawings, and what a random order would give. */
    ceiling: bySet,
    chance: bySet,
    artists: z.array(z.string()),
    /** One entry a point: row of concepts.json, position in `artists`. */
    points: z.object({ concept: z.array(count), artist: z.array(count) }),
    maps: z.record(z.enum(MAP_REPRESENTATIONS), mapSchema),
  })
  .check(
    z.refine(
      ({ points, maps }) =>
        [points.artist, ...Object.values(maps).flatMap(({ x, y }) => [x, y])].every(
          (row) => row.length === points.concept.length,
        ),
      'every point needs an artist and a place on each map',
    ),
  );
export type GalleryMaps = z.infer<typeof galleryMapsSchema>;

/** The representation whose weights are no longer those of the maps; undefined when the maps are of these weights. */
export const staleMap = (maps: GalleryMaps, current: MapWeights): keyof MapWeights | undefined =>
  (['embedding', 'tokens'] as const).find((name) => maps.weights[name] !== current[name]);
