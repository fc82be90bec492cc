/** Captions against drawings: what the two towers share. Drawings whose caption reads the same are equally right. */
import type { Concept } from '../../../src/dataset/schema';
import type { SplitName } from '../../../src/dataset/shipped-schema';
import type { Lexicon } from '../../../src/model/contrastive/lexicon';
import { LANGUAGES, type Language } from '../../../src/model/types';
import type { CaptionRecall } from '../../../src/results/e2';
import { type CaptionReader, embedCaptions } from '../../evaluate/embed';
import { chanceAt, matchRanks, recallAt } from '../../evaluate/recall';
import { mean } from '../../evaluate/statistics';
import type { OpenContrastive } from '../open-models';
import type { Table } from './encoders';
import { type Drawing, type Material, rowsWhere } from './material';
import { gatherRows } from './rows';

/** @param pooled the drawings' embeddings, of unit length */
export function captionRecalls(
  model: OpenContrastive,
  lexicon: Lexicon,
  pooled: Table,
  material: Material,
  concepts: readonly Concept[],
): Record<Language, CaptionRecall> {
  const unseen = [...new Set(material.drawings.filter((drawing) => drawing.unseen).map(({ artist }) => artist))];
  const galleries = (artists: readonly string[], split: SplitName) =>
    artists.map((artist) => rowsWhere(material, (drawing) => drawing.artist === artist && drawing.split === split));
  const heldOut = galleries(material.artists, 'test');
  const trained = galleries(unseen, 'train');

  function recallIn(language: Language): CaptionRecall {
    const captionOf = (row: number) => concepts[(material.drawings[row] as Drawing).concept]?.label[language].toLowerCase() ?? '';
    const sets = (all: readonly (readonly number[])[], reader: CaptionReader) =>
      all.map((rows) => {
        const labels = rows.map(captionOf);
        const texts = [...new Set(labels)];
        const asked = { embeddings: embedCaptions(reader, texts), labels: texts };
        return { texts, labels, ranks: matchRanks(asked, [{ embeddings: gatherRows(pooled, rows), labels }]) };
      });
    const both: CaptionReader = { ...model, lexicon };
    const [ofHeldOut, ofTrained] = [sets(heldOut, both), sets(trained, both)];
    const [towerHeldOut, towerTrained] = [sets(heldOut, model), sets(trained, model)];
    const at = (k: number, of: typeof ofHeldOut) => mean(of.map(({ ranks }) => recallAt(k, ranks)));
    const chance = (k: number, of: typeof ofHeldOut) => mean(of.map(({ texts, labels }) => chanceAt(k, texts, labels)));
    return {
      heldOutR1: at(1, ofHeldOut),
      heldOutR5: at(5, ofHeldOut),
      trainR1: at(1, ofTrained),
      towerAlone: { heldOutR1: at(1, towerHeldOut), heldOutR5: at(5, towerHeldOut), trainR1: at(1, towerTrained) },
      chance: { heldOutR1: chance(1, ofHeldOut), heldOutR5: chance(5, ofHeldOut), trainR1: chance(1, ofTrained) },
    };
  }

  return Object.fromEntries(LANGUAGES.map((language) => [language, recallIn(language)])) as Record<Language, CaptionRecall>;
}
