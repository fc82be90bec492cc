/** E8: is a token local? */
import { createRng } from '../../../src/dataset/rng';
import { untrainedTower } from '../../../src/model/decoder/codes';
import { GALLERY_CODEBOOK } from '../../../src/model/gallery';
import { disposeParams, uploadParams } from '../../../src/model/params';
import { GRID_SIZES } from '../../../src/model/types';
import { type E8, e8Schema } from '../../../src/results/e8';
import type { Experiment, Setup } from '../experiment';
import { flipTokens, tokenGrids } from './flips';
import { paintCells } from './paints';
import { originals, strangers } from './pictures';
import { shuffleCells } from './shuffles';

function measure({ dataset, models, seeds, amount, say }: Setup) {
  const [first = 1] = seeds;
  const rng = createRng(first).fork('e8');
  const pictures = originals(dataset, rng.fork('originals'));
  const images = pictures.map(({ image }) => image);
  const perPicture = amount(8, 2);
  const untrained = uploadParams(untrainedTower(models.contrastive.config, createRng(first)));
  const flips = GRID_SIZES.flatMap((grid) => {
    const model = models[`vqvae-${grid}`];
    const grids = tokenGrids(model, GALLERY_CODEBOOK, images);
    return flipTokens(model, GALLERY_CODEBOOK, grids, perPicture, rng.fork('flip', grid));
  });
  say('tokens flipped');
  const paints = paintCells(models, untrained, GALLERY_CODEBOOK, images, perPicture, rng);
  say('cells painted over');
  const unrelated = strangers(
    pictures.map(({ label }) => label),
    rng.fork('unrelated'),
  );
  const shuffles = shuffleCells(models, untrained, GALLERY_CODEBOOK, images, unrelated, seeds);
  disposeParams(untrained);
  return {
    sizes: { originals: images.length, changesAPicture: perPicture, shufflesAPicture: seeds.length },
    figures: { codebook: GALLERY_CODEBOOK, flips, paints, shuffles },
  };
}

export const e8: Experiment<E8['figures']> = {
  id: 'e8',
  title: 'whether a token is local',
  protocol: {
    en: 'One drawing of each held-out concept, by an artist drawn at random, on white. Flip: one token is replaced, by any other entry or by the one nearest to it, and the picture drawn again; the squared change of the pixels is shared out over the cells by their distance. Paint: one cell of the picture is inverted, and the squared change of the code shared out likewise: latents before the quantiser, patch tokens before the transformer’s first block and after its last, those of the untrained encoder. Shuffle: tokens, patch tokens before pooling, or 8×8 cells of the picture itself are dealt anew by each seed; pooling knows no places, so that for patch tokens this changes nothing by design; unrelated is another picture drawn at random, of another caption. Flips and shuffles of the contrastive grid, drawn by the same decoder as tokens, are in e3.',
    zh: '每个留出概念随机取一位画师的一幅图画，置于白底。翻转：把一个 token 换成任意另一码字，或与其最近的码字，再重画，按距离统计像素平方变化落在各格的份额。涂改：将图中一格反色，同样统计编码的平方变化——量化前的潜变量、首个变换块之前与末块之后的图块特征，以及未经训练的编码器的图块特征。打乱：由各种子重新分派 token、池化前的图块特征，或图片本身的 8×8 个格子；池化不辨位置，图块特征打乱之后结果照理不变；无关图片随机另取一幅，说明须不同。对比学习网格的翻转与打乱，与 token 用同一种解码器重画，见 e3。',
  },
  models: ['contrastive', 'vqvae-16', 'vqvae-8'],
  seeds: [1, 2, 3],
  schema: e8Schema,
  measure,
};
