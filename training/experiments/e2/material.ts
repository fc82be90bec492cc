/** The drawings that E2 asks about, with what counts as right. */
import { createRng } from '../../../src/dataset/rng';
import type { SplitName } from '../../../src/dataset/shipped-schema';
import { byConcept, type Dataset, renderingsOf } from '../../dataset';
import { captionClasses } from '../../evaluate/caption-classes';
import { onWhite } from '../../evaluate/on-white';

const SPLITS: readonly SplitName[] = ['train', 'validation', 'test'];

export interface Drawing {
  readonly image: Uint8Array;
  /** Index into the dataset's concepts. */
  readonly concept: number;
  readonly artist: string;
  readonly unseen: boolean;
  readonly split: SplitName;
  /** Equal where captions are. */
  readonly label: number;
  /** Index into `groups`. */
  readonly group: number;
}

export interface Material {
  readonly drawings: readonly Drawing[];
  readonly groups: readonly string[];
  /** Artists trained on. */
  readonly artists: readonly string[];
}

export function materialOf(dataset: Dataset): Material {
  const labels = captionClasses(dataset.concepts);
  const groups = [...new Set(dataset.concepts.map(({ group }) => group))];
  const drawings = (['train', 'unseen'] as const).flatMap((role) =>
    SPLITS.flatMap((split) =>
      renderingsOf(dataset, [split], role).map(({ index, concept, artist }) => ({
        image: onWhite(dataset, { index }),
        concept,
        artist,
        unseen: role === 'unseen',
        split,
        label: labels[concept] as number,
        group: groups.indexOf(dataset.concepts[concept]?.group ?? ''),
      })),
    ),
  );
  return { drawings, groups, artists: [...new Set(drawings.filter(({ unseen }) => !unseen).map(({ artist }) => artist))] };
}

/** Positions of the drawings that pass. */
export const rowsWhere = ({ drawings }: Pick<Material, 'drawings'>, passes: (drawing: Drawing) => boolean): number[] =>
  drawings.flatMap((drawing, row) => (passes(drawing) ? [row] : []));

/** One drawing of every training concept, by an artist that the seed draws. -> positions */
export function probeSample(material: Material, seed: number): number[] {
  const rng = createRng(seed).fork('probe sample');
  const candidates = rowsWhere(material, ({ split, unseen }) => split === 'train' && !unseen);
  const groups = byConcept(candidates.map((index) => ({ index, concept: material.drawings[index]?.concept ?? 0, artist: '' })));
  return [...groups].map(([concept, own]) => (own[rng.fork(concept).int(own.length)] as (typeof own)[number]).index);
}
