/** E2: who knows what a picture shows? */

import type { E2 } from '../../../src/results/e2';
import { e2Schema, type Representation } from '../../../src/results/e2';
import { mean, spreadOf } from '../../evaluate/statistics';
import type { Experiment, Setup } from '../experiment';
import { captionRecalls } from './captions';
import {
  CODEBOOK,
  contrastiveEncoder,
  type Encoder,
  pcaEncoder,
  pixelEncoder,
  randomEncoder,
  type Table,
  vqvaeEncoder,
} from './encoders';
import { type Drawing, type Material, materialOf, probeSample } from './material';
import { meanRow, normaliseRows } from './rows';
import { chanceOf, L2, type Pairs, type ProbeRun, pairsOf, probeRuns, recall, recallsOf, TASKS } from './score';

type Figures = E2['figures'];

/** One encoder on some of the drawings. */
interface Part {
  readonly open: () => Encoder;
  readonly material: Material;
  readonly tasks: readonly (keyof Pairs)[];
  /** Rows that probes are fitted on, a list for each. */
  readonly samples: readonly (readonly number[])[];
}

/** What has been found of one representation so far, over its encoder's seeds. */
interface Found {
  readonly encoder: Encoder['id'];
  readonly table: Pick<Table, 'pooling' | 'dim' | 'bits'>;
  readonly recalls: Record<keyof Pairs, { r1: number; r5: number }[]>;
  readonly probes: ProbeRun[][];
}

/** The drawings that probes and held-out retrieval need, and where the sample has gone. */
function withoutGallery({ drawings, ...rest }: Material, sample: readonly number[]): { material: Material; sample: number[] } {
  const kept = new Set(sample);
  const rows = drawings.flatMap(({ split, unseen }, row) =>
    split === 'test' || (split === 'validation' && !unseen) || kept.has(row) ? [row] : [],
  );
  const places = new Map(rows.map((row, place) => [row, place]));
  return {
    material: { ...rest, drawings: rows.map((row) => drawings[row] as Drawing) },
    sample: sample.map((row) => places.get(row) as number),
  };
}

/**
 * The encoders in turn. A random one sees the whole gallery from its first seed only: with all of them it would take most of
 * the time.
 */
function partsOf({ models, seeds }: Setup, material: Material): Part[] {
  const samples = seeds.map((seed) => probeSample(material, seed));
  const { params, config } = models.contrastive;
  const whole = (open: () => Encoder, own = samples): Part => ({ open, material, tasks: TASKS, samples: own });
  const imagesOf = (rows: readonly number[]) => rows.map((row) => (material.drawings[row] as Drawing).image);
  return [
    whole(() => contrastiveEncoder(params, config)),
    whole(() => vqvaeEncoder('vqvae-16', models['vqvae-16'])),
    whole(() => vqvaeEncoder('vqvae-8', models['vqvae-8'])),
    ...seeds.map((seed, i): Part => {
      const open = () => randomEncoder(config, seed);
      const sample = samples[i] as number[];
      if (i === 0) return whole(open, [sample]);
      const small = withoutGallery(material, sample);
      return {
        open,
        material: small.material,
        tasks: ['validationConcepts', 'heldOutConcepts', 'twemojiToNoto'],
        samples: [small.sample],
      };
    }),
    whole(() => pixelEncoder),
    ...seeds.map((seed, i) =>
      whole(() => pcaEncoder(imagesOf(samples[i] as number[]), config.embedDim, seed), [samples[i] as number[]]),
    ),
  ];
}

/** Measures one table into what was found of its representation. The rows are normalised in place: they are too many to copy. */
function measureTable(found: Found, table: Table, { material, tasks, samples }: Part, iterations: number): void {
  found.probes.push(...samples.map((sample) => probeRuns(table, material, sample, iterations)));
  const centre = table.ready ? undefined : meanRow(table, samples.flat());
  normaliseRows(table, centre);
  const pairs = pairsOf(material);
  for (const task of tasks) found.recalls[task].push(...recallsOf(table, material, pairs[task]));
}

function representationOf({ encoder, table, recalls, probes }: Found, classes: number): Representation {
  const { pooling, dim, bits } = table;
  const validation = L2.map((_, i) => mean(probes.map((runs) => (runs[i] as ProbeRun).validation)));
  const best = validation.indexOf(Math.max(...validation));
  const over = (key: keyof ProbeRun) => spreadOf(probes.map((runs) => (runs[best] as ProbeRun)[key]));
  return {
    encoder,
    pooling,
    dim,
    bits,
    retrieval: {
      validationConcepts: recall(recalls.validationConcepts),
      heldOutConcepts: recall(recalls.heldOutConcepts),
      twemojiToNoto: recall(recalls.twemojiToNoto),
      unseenArtist: recall(recalls.unseenArtist),
      unseenArtistAllKnown: recall(recalls.unseenArtistAllKnown),
    },
    probe: {
      parameters: (dim + 1) * classes,
      l2: L2[best] as number,
      validation: validation[best] as number,
      heldOutConcepts: over('heldOutConcepts'),
      unseenArtist: over('unseenArtist'),
      balanced: over('balanced'),
    },
  };
}

/** Percent right of naming always the group that training drawings have most. */
function majorityOf({ drawings, groups }: Material, sample: readonly number[]) {
  const sizes = groups.map((_, group) => sample.filter((row) => drawings[row]?.group === group).length);
  const majority = sizes.indexOf(Math.max(...sizes));
  const share = (unseen: boolean) => {
    const asked = drawings.filter((drawing) => drawing.split === 'test' && drawing.unseen === unseen);
    return (100 * asked.filter(({ group }) => group === majority).length) / asked.length;
  };
  return { heldOutConcepts: share(false), unseenArtist: share(true), balanced: 100 / groups.length };
}

function measure(setup: Setup) {
  const { dataset, models, seeds, say } = setup;
  const material = materialOf(dataset);
  const pairs = pairsOf(material);
  say(`${material.drawings.length} drawings prepared`);
  const found = new Map<string, Found>();
  let captions: Figures['captions'] | undefined;
  const parts = partsOf(setup, material);
  for (const [index, part] of parts.entries()) {
    const encoder = part.open();
    for (const table of encoder.encode(part.material.drawings.map(({ image }) => image))) {
      const { pooling, dim, bits } = table;
      const key = `${encoder.id}/${pooling}`;
      const own = found.get(key) ?? {
        encoder: encoder.id,
        table: { pooling, dim, bits },
        recalls: { validationConcepts: [], heldOutConcepts: [], twemojiToNoto: [], unseenArtist: [], unseenArtistAllKnown: [] },
        probes: [],
      };
      found.set(key, own);
      measureTable(own, table, part, setup.amount(150, 15));
      if (encoder.id === 'contrastive' && pooling === 'pooled')
        captions = captionRecalls(models.contrastive, models.lexicon, table, material, dataset.concepts);
    }
    encoder.dispose();
    say(`encoder ${index + 1} of ${parts.length}, ${encoder.id}`);
  }
  if (!captions) throw new Error('no encoder gave the embedding that captions are compared with');
  const sample = probeSample(material, seeds[0] as number);
  const figures: Figures = {
    codebook: CODEBOOK,
    groups: [...material.groups],
    chance: {
      retrieval: {
        heldOutConcepts: chanceOf(material, pairs.heldOutConcepts),
        twemojiToNoto: chanceOf(material, pairs.twemojiToNoto),
        unseenArtist: chanceOf(material, pairs.unseenArtist),
        unseenArtistAllKnown: chanceOf(material, pairs.unseenArtistAllKnown),
      },
      probe: majorityOf(material, sample),
    },
    representations: [...found.values()].map((each) => representationOf(each, material.groups.length)),
    captions,
  };
  const count = (passes: (drawing: Drawing) => boolean) => material.drawings.filter(passes).length;
  return {
    sizes: {
      drawings: material.drawings.length,
      heldOutDrawings: count(({ split, unseen }) => split === 'test' && !unseen),
      unseenArtistDrawings: count(({ unseen }) => unseen),
      unseenArtistHeldOutDrawings: count(({ split, unseen }) => split === 'test' && unseen),
      pairsOfArtists: pairs.heldOutConcepts.length,
      probeTrainingDrawings: sample.length,
      probeValidationDrawings: count(({ split, unseen }) => split === 'validation' && !unseen),
    },
    figures,
  };
}

export const e2: Experiment<Figures> = {
  id: 'e2',
  title: 'who knows what it is',
  protocol: {
    en: 'Drawings on white. Retrieval: the nearest by cosine (pixels: correlation), over every ordered pair of known artists for held-out concepts, and from the unseen artist to each known one over all concepts, as well as to all known ones’ drawings at once; concepts with the same caption in either language count as one; the spread is between pairs of artists and, where an encoder is made anew by each seed, between these. All but the trained embedding, the code histogram (square roots of shares), pixels and PCA are compared after their mean over training drawings is taken away. Probes: multinomial logistic regression of the emoji group, fitted on one drawing of every training concept, drawn anew by each seed; the strength of l2 is chosen on validation concepts. The random encoder is the contrastive one before training, and PCA has as many numbers as the embedding; each seed makes another, and the random one meets the whole gallery with its first seed only. The contrastive encoder and the VQ-VAEs differ in more than their loss: the first saw captions, further artists and icons, the others procedural pictures as well, and their networks and numbers of steps are not the same. Captions are read by the text tower and the lexicon together, and by the tower alone. How the contrastive model is trained was chosen by validation concepts, with the recall of the unseen artist and of trained captions in view; how the lexicon is fitted, by validation captions, with the held-out ones in view.',
    zh: '图画一律置于白底。检索：取余弦最近者（像素取相关系数）；留出概念在已知画师的每个有序对之间互查，未见画师则在全部概念上逐一查询每位已知画师，另在所有已知画师的图画中一并查询；任一语言说明相同的概念视为同一个；离散程度取自画师对之间，编码器由各种子各作一份的，也取自种子之间。除训练所得的嵌入、码字直方图（频率的平方根）、像素与 PCA 外，其余表示先减去训练图画上的均值再比较。探针：以多项逻辑回归判断表情分组，每个训练概念取一幅图画拟合，由各随机种子重新抽取；l2 强度在验证概念上选定。随机编码器即未经训练的对比学习编码器，PCA 的维数与嵌入相同；二者每个种子各作一份，随机编码器只有第一个种子检索全部图库。对比学习编码器与 VQ-VAE 的差别不止损失一项：前者还看过文字说明、更多画师的画和图标，后者还看过程序生成的图，网络结构与训练步数也不相同。文字说明由文本塔与词库合读，另列文本塔单独的成绩。对比学习模型的训练方式依验证概念选定，选定时看过未见画师与训练说明的召回率；词库的拟合方式依验证概念的说明选定，选定时看过留出说明的召回率。',
  },
  models: ['contrastive', 'vqvae-16', 'vqvae-8'],
  captions: true,
  seeds: [1, 2, 3],
  schema: e2Schema,
  measure,
};
