/** What the lexicon is fitted to: all that is said of the training concepts, and where the image tower puts their drawings. */
import type { Keywords } from '../../src/dataset/schema';
import type { ContrastiveConfig } from '../../src/model/contrastive/config';
import { LANGUAGES, type Params } from '../../src/model/types';
import { byConcept, type Dataset, renderingsOf } from '../dataset';
import { embedImages } from '../evaluate/embed';
import { onWhite } from '../evaluate/on-white';
import type { Saying, Targets } from './fit';

/** Of each concept that was trained on, in both languages; sayings name its row among the targets. */
export function lexiconMaterial(
  params: Params,
  config: ContrastiveConfig,
  dataset: Dataset,
  keywords: Keywords['concepts'],
): { sayings: Saying[]; targets: Targets } {
  const dim = config.embedDim;
  const drawn = [...byConcept(renderingsOf(dataset, ['train'], 'train'))];
  const values = new Float64Array(drawn.length * dim);
  const sayings = drawn.flatMap(([index, drawings], concept) => {
    const { values: rows } = embedImages(
      params,
      config,
      drawings.map((drawing) => onWhite(dataset, drawing)),
    );
    rows.forEach((value, i) => {
      const at = concept * dim + (i % dim);
      values[at] = (values[at] as number) + value / drawings.length;
    });
    const known = dataset.concepts[index];
    if (!known) throw new Error(`no concept ${index}`);
    return LANGUAGES.map((language) => ({
      concept,
      label: known.label[language],
      others: [...known.tags[language], ...(keywords[known.concept]?.[language] ?? [])],
    }));
  });
  return { sayings, targets: { dim, values } };
}
