/** Draws the maps: sample, represent, find neighbours, lay out, and say how pure the neighbourhoods are. */

import {
  type GalleryMap,
  type GalleryMaps,
  galleryMapsSchema,
  MAP_REPRESENTATIONS,
  type MapRepresentation,
} from '../../src/dataset/maps';
import { createRng } from '../../src/dataset/rng';
import type { GalleryConcepts } from '../../src/dataset/shipped-schema';
import type { Dataset } from '../dataset';
import { onWhite } from '../evaluate/on-white';
import type { Published, readContrastive, readVqvae } from '../published';
import { asVectors, layOut } from './layout';
import { nearestNeighbours, type Vectors } from './neighbours';
import { purity, purityCeiling, purityChance } from './purity';
import { MAP_DISTANCES, representations } from './representations';
import { type MapPoint, samplePoints } from './sample';

export interface MapSettings {
  /** Concepts shown at most. */
  readonly concepts: number;
  readonly epochs: number;
  readonly seed: number;
}

export const MAP_DEFAULTS: MapSettings = { concepts: 600, epochs: 300, seed: 1 };

/** Nearest points that purity looks at. */
const PURITY_NEIGHBOURS = 10;
/** What UMAP's authors recommend as a start. */
const UMAP = { neighbours: 15, minDist: 0.1 };

function drawMap(
  vectors: Vectors,
  points: readonly MapPoint[],
  { epochs, seed }: MapSettings,
  name: MapRepresentation,
): GalleryMap {
  const neighbours = nearestNeighbours(vectors, UMAP.neighbours);
  const layout = layOut(neighbours, { ...UMAP, epochs }, createRng(seed).fork('maps', name));
  const onMap = nearestNeighbours(asVectors(layout), PURITY_NEIGHBOURS);
  return {
    purity: {
      space: purity(points, neighbours.indices, PURITY_NEIGHBOURS),
      map: purity(points, onMap.indices, PURITY_NEIGHBOURS),
    },
    ...layout,
  };
}

export interface MapModels {
  readonly contrastive: ReturnType<typeof readContrastive>;
  readonly vqvae: ReturnType<typeof readVqvae>;
}

/** @param report told after each map what came of it */
export function drawMaps(
  dataset: Dataset,
  gallery: GalleryConcepts['concepts'],
  { contrastive, vqvae }: MapModels,
  settings: MapSettings,
  report: (name: MapRepresentation, map: GalleryMap) => void,
): GalleryMaps {
  const { points, eligible } = samplePoints(dataset, gallery, settings.concepts, settings.seed);
  const images = points.map(({ rendering }) => onWhite(dataset, rendering));
  const vectorsOf = representations(contrastive, vqvae, images);
  const artists = [...new Set(points.map(({ rendering }) => rendering.artist))].sort();
  const draw = (name: MapRepresentation): [MapRepresentation, GalleryMap] => {
    const map = drawMap(vectorsOf[name](), points, settings, name);
    report(name, map);
    return [name, map];
  };
  const sha256 = ({ sha256: hash }: Published): string => hash;
  const shown = (wanted: readonly MapPoint[]) => new Set(wanted.map(({ concept }) => concept)).size;
  return galleryMapsSchema.parse({
    command: `npm run maps -- --concepts ${settings.concepts} --epochs ${settings.epochs} --seed ${settings.seed}`,
    seed: settings.seed,
    weights: { embedding: sha256(contrastive), tokens: sha256(vqvae) },
    distance: MAP_DISTANCES,
    umap: { ...UMAP, epochs: settings.epochs },
    neighbours: PURITY_NEIGHBOURS,
    concepts: { shown: shown(points), of: eligible, heldOut: shown(points.filter(({ heldOut }) => heldOut)) },
    ceiling: purityCeiling(points, PURITY_NEIGHBOURS),
    chance: purityChance(points),
    artists,
    points: {
      concept: points.map(({ concept }) => concept),
      artist: points.map(({ rendering }) => artists.indexOf(rendering.artist)),
    },
    maps: Object.fromEntries(MAP_REPRESENTATIONS.map(draw)),
  });
}
