/** The two-by-two: what E2 found of telling and E3 of drawing, code by code. */
import { type E2, e2Schema, type Representation } from '../../src/results/e2';
import { type Drawings, type DrawnCode, type E3, e3Schema } from '../../src/results/e3';
import { COMPARED, type TwoByTwo, twoByTwoSchema } from '../../src/results/two-by-two';
import { spreadOf } from '../evaluate/statistics';
import type { Experiment, Setup } from './experiment';
import { sizesOf } from './sizes-of';

type Figures = TwoByTwo['figures'];
type Row = Figures['codes'][number];

/** Which of E2's representations are made from a code. */
const TOLD_FROM: Readonly<
  Record<Exclude<DrawnCode, 'caption'>, Pick<Row, 'encoder'> & { poolings: readonly Representation['pooling'][] }>
> = {
  pooled: { encoder: 'contrastive', poolings: ['pooled'] },
  grid: { encoder: 'contrastive', poolings: ['gridMean', 'gridFlat'] },
  tokens: { encoder: 'vqvae-8', poolings: ['histogram', 'codesMean', 'codesFlat'] },
  'tokens-16': { encoder: 'vqvae-16', poolings: ['histogram', 'codesMean', 'codesFlat'] },
  'random-pooled': { encoder: 'random', poolings: ['pooled'] },
  'random-grid': { encoder: 'random', poolings: ['gridMean', 'gridFlat'] },
  pca: { encoder: 'pca', poolings: ['whole'] },
  pixels: { encoder: 'pixels', poolings: ['whole'] },
};

function drawOf({ heldOut, photos }: Drawings): Row['draw'] {
  if (!photos) throw new Error('a code that draws no photographs is not compared');
  return { psnr: heldOut.psnr, ssim: heldOut.ssim, photos: photos.psnr, group: heldOut.group };
}

/** Throws where a code is missing from either result. */
export function combine(told: E2['figures'], drawn: E3['figures']): Figures {
  const meanImage = drawn.undrawn.find(({ kind }) => kind === 'mean-image');
  if (!meanImage) throw new Error('e3 has no mean image');
  return {
    codes: COMPARED.map((code) => {
      const { encoder, poolings } = TOLD_FROM[code as keyof typeof TOLD_FROM];
      const drawing = drawn.codes.find((candidate) => candidate.code === code);
      if (!drawing) throw new Error(`e3 has no ${code}`);
      const tell = poolings.map((pooling) => {
        const found = told.representations.find((each) => each.encoder === encoder && each.pooling === pooling);
        if (!found) throw new Error(`e2 has no ${encoder}/${pooling}`);
        const { parameters, heldOutConcepts, balanced } = found.probe;
        const { retrieval } = found;
        return {
          pooling,
          parameters,
          group: heldOutConcepts,
          balanced,
          validation: { group: found.probe.validation, conceptR1: retrieval.validationConcepts.r1.mean },
          conceptR1: retrieval.heldOutConcepts.r1,
        };
      });
      return { code, encoder, bits: drawing.bits, tell, draw: drawOf(drawing) };
    }),
    chance: {
      tell: {
        group: told.chance.probe.heldOutConcepts,
        balanced: told.chance.probe.balanced,
        conceptR1: told.chance.retrieval.heldOutConcepts.r1,
      },
      draw: { ...drawOf(meanImage), group: spreadOf(meanImage.heldOut.group.values.map(() => drawn.judge.chance.group)) },
    },
    originals: { group: drawn.judge.originals.group },
  };
}

function measure({ result }: Setup) {
  const [told, drawn] = [result(e2Schema, 'e2'), result(e3Schema, 'e3')];
  return { sizes: sizesOf([told, drawn]), figures: combine(told.figures, drawn.figures) };
}

export const twoByTwo: Experiment<Figures> = {
  id: 'two-by-two',
  title: 'tell what it is, draw it back',
  protocol: {
    en: 'Taken from two results. Telling (e2): a linear probe names the emoji group of held-out concepts’ drawings from the frozen code; the same probe for all, in every way of making one vector of the code; these are the drawings of the known artists. Drawing (e3): the same decoder, trained the same way, draws the picture from the frozen code, for all artists’ drawings of held-out concepts. Bits are those of one picture’s code: tokens by their codebook, pixels as bytes, everything else as 32-bit floats. The two encoders differ in more than their loss: in their networks, in how many pictures each was trained on, and in that only the contrastive one saw captions, further artists and icons.',
    zh: '合并两项结果。辨认（e2）：由线性探针根据冻结的编码判断留出概念图画的表情分组；探针一律相同，编码化为单个向量的各种办法逐一列出；所用图画出自参与训练的画师。重画（e3）：以同样方式训练的同一种解码器，根据冻结的编码画出图像，所用为全体画师的留出概念图画。比特数为一幅图像的编码所占：token 按码本计，像素按字节计，其余按 32 位浮点数计。两个编码器的不同不止于损失：网络结构、训练时看过多少图也都不同，而且只有对比编码器见过文字说明、更多画师与图标。',
  },
  models: ['contrastive', 'vqvae-16', 'vqvae-8'],
  from: ['e2', 'e3'],
  seeds: [1, 2, 3],
  schema: twoByTwoSchema,
  measure,
};
