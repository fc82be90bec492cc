/** E3: who can draw it back? */
import { type CodeShape, decoderConfig, decoderSpecs } from '../../../src/model/decoder/config';
import { type ParamSpec, sizeOf } from '../../../src/model/params';
import { DRAWN_CODES, type Drawings, type DrawnCode, type E3, e3Schema, UNDRAWN } from '../../../src/results/e3';
import type { Dataset } from '../../dataset';
import { bitsOf, codeShapes } from '../../decoders/codes';
import { groupByConcept, groupsOf } from '../../decoders/groups';
import { judgeSpecs } from '../../decoders/judge';
import type { Source } from '../../decoders/measure';
import { type Drawing, heldOutPictures } from '../../decoders/pictures';
import { FULL } from '../../decoders/plan';
import { type Outcome, runDecoders } from '../../decoders/run';
import { GALLERY_ARTIST } from '../../decoders/score';
import { type Summary, summaryOf } from '../../decoders/summary';
import { chanceAt } from '../../evaluate/recall';
import { spreadOf } from '../../evaluate/statistics';
import type { Experiment, Setup } from '../experiment';

type Figures = E3['figures'];

export const E3_SEEDS = [1, 2, 3] as const;

const sizesOf = (specs: readonly ParamSpec[]): number => specs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
const parametersOf = (shape: CodeShape): number => sizesOf(decoderSpecs(decoderConfig(shape)));
const sharedParametersOf = (shape: CodeShape): number =>
  sizesOf(decoderSpecs(decoderConfig(shape)).filter(({ name }) => !name.startsWith('in/')));

/** Over the seeds. */
function drawingsOf({ seeds }: Outcome, source: Source): Drawings {
  const over = (set: Summary['set'], figure: (summary: Summary) => number) =>
    spreadOf(seeds.map(({ summaries }) => figure(summaryOf(summaries, source, set))));
  const likeness = (set: Summary['set']) => ({
    psnr: over(set, (summary) => summary.likeness.psnr),
    ssim: over(set, (summary) => summary.likeness.ssim),
  });
  const judged = (key: 'group' | 'conceptR1' | 'conceptR5') => over('heldOut', (summary) => summary.judged?.[key] as number);
  return {
    heldOut: { ...likeness('heldOut'), group: judged('group'), conceptR1: judged('conceptR1'), conceptR5: judged('conceptR5') },
    photos: source === 'caption' ? null : likeness('photos'),
  };
}

/** Over the seeds; nothing where the code is a single vector. */
function localityOf({ seeds }: Outcome, code: DrawnCode, { side }: CodeShape): Figures['codes'][number]['locality'] {
  if (side === 1) return null;
  const over = (key: 'own' | 'shuffled') =>
    spreadOf(seeds.map(({ summaries }) => summaryOf(summaries, code, 'heldOut').locality?.[key] as number));
  return { own: over('own'), even: 1 / side ** 2, shuffled: over('shuffled') };
}

/** What those earn who do not look. */
function chanceOf(dataset: Dataset, heldOut: readonly Drawing[]): Figures['judge']['chance'] {
  const groups = groupByConcept(dataset);
  const counts = groupsOf(dataset).map((_, group) => heldOut.filter(({ concept }) => groups[concept] === group).length);
  const labels = (gallery: boolean) =>
    heldOut.filter(({ artist }) => (artist === GALLERY_ARTIST) === gallery).map(({ concept }) => concept);
  const chance = (k: number) => chanceAt(k, labels(false), labels(true));
  return { group: (100 * Math.max(...counts)) / heldOut.length, conceptR1: chance(1), conceptR5: chance(5) };
}

async function measure({ dataset, models, seeds, smoke, say }: Setup) {
  const outcome = await runDecoders({ dataset, models, seeds, trial: smoke, say });
  const { plan } = outcome;
  const shapes = codeShapes(models);
  const heldOut = heldOutPictures(dataset);
  const groups = groupsOf(dataset);
  const figures: Figures = {
    decoder: {
      sharedParameters: sharedParametersOf(shapes.grid),
      steps: plan.steps,
      batch: plan.batch,
      learningRate: plan.learningRate,
    },
    judge: {
      parameters: sizesOf(judgeSpecs(groups.length)),
      steps: plan.judge.steps,
      batch: plan.judge.batch,
      groups,
      originals: outcome.originals,
      chance: chanceOf(dataset, heldOut),
    },
    codes: DRAWN_CODES.map((code) => ({
      code,
      side: shapes[code].side,
      dim: shapes[code].codeDim,
      bits: bitsOf(code, shapes[code]),
      parameters: parametersOf(shapes[code]),
      locality: localityOf(outcome, code, shapes[code]),
      ...drawingsOf(outcome, code),
    })),
    undrawn: UNDRAWN.map((kind) => ({
      kind,
      bits: kind === 'pca-sum' ? bitsOf('pca', shapes.pca) : 0,
      ...drawingsOf(outcome, kind),
    })),
  };
  return {
    sizes: {
      heldOutDrawings: heldOut.length,
      photographs: dataset.photos.length,
      picturesEachDecoderSaw: plan.steps * plan.batch,
      picturesTheJudgeSaw: plan.judge.steps * plan.judge.batch,
      galleryDrawings: heldOut.filter(({ artist }) => artist === GALLERY_ARTIST).length,
    },
    figures,
  };
}

export const e3: Experiment<Figures> = {
  id: 'e3',
  title: 'who can draw it back',
  protocol: {
    en: `The same decoder (residual blocks at 8×8, one at 16×16; squared error, so it blurs where the code is silent) is trained from each frozen code, centred and brought to variance 1 as a whole, for ${FULL.steps} updates of ${FULL.batch} pictures; the decoders of a seed see the same pictures and shared layers start alike. Only the way in differs: a single vector is spread over the grid by a dense layer, 16×16 tokens are folded into 8×8. Training pictures: 70 % augmented drawings of training concepts by known artists on white, 30 % procedural pictures for the sake of photographs; captions are embedded in one language at random, none for procedural pictures. Measured: all artists' drawings of held-out concepts on white, and photographs; captions in English, not on photographs. A seed also draws the untrained tower, the batches and the sample for the PCA, which has as many numbers as the pooled embedding. Two judges, neither an encoder under test: a small convolutional network that names the emoji group, trained on the drawings, sharp and in blocks of 2 or 4 pixels; and the concept found by correlation of pixels among noto’s drawings, which needs no training. The mean picture is that of upright training drawings (for photographs, of procedural pictures). Locality, on every fourth held-out drawing: the vector of one cell is replaced by that of the same cell in a picture of something else, and the squared change of the pixels is shared out over the cells; and all vectors are dealt anew to the cells. How codes are scaled, and for how many updates decoders are trained, was settled with held-out drawings in view; it helped the controls, not the tokens.`,
    zh: `同一种解码器（8×8 处若干残差块，16×16 处一个；以平方误差训练，编码未说明之处只能画得模糊）分别接在各种冻结的编码之后（编码先减去均值，整体缩放到方差为 1），各训练 ${FULL.steps} 步，每步 ${FULL.batch} 幅；同一种子的各解码器看到相同的图像，共用的层起点相同。只有入口不同：单个向量由一层全连接铺到网格上，16×16 的 token 折叠成 8×8。训练图像七成是已知画师所绘训练概念的增强图画，白底；三成是程序生成的图像，为照片而设。说明随机取一种语言嵌入，程序图像没有说明。测量对象是全体画师所绘留出概念的白底图画，以及照片；说明取英文，不测照片。随机种子还决定未训练的图像塔、批次以及拟合 PCA 的样本；PCA 的维数与池化嵌入相同。评判者有二，都不是受测的编码器：一个小型卷积网络判断表情分组，以原图与并成 2 或 4 像素方块的图画训练；另以像素相关系数在 noto 的图画中查找概念，无须训练。平均图像取自直立的训练图画（照片则取自程序图像）。局部性每四幅留出图画取一幅：把一格的向量换成另一幅画着别的东西的图在同一格的向量，统计像素平方变化落在各格的份额；另把全部向量重新分派到各格。编码如何缩放、解码器训练多少步，是看着留出图画的结果选定的；得益的是对照，不是 token。`,
  },
  models: ['contrastive', 'vqvae-16', 'vqvae-8'],
  seeds: [...E3_SEEDS],
  schema: e3Schema,
  measure,
};
