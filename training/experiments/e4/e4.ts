/** E4: what does a bit buy? */
import { bitsPerImage } from '../../../src/model/metrics';
import { type CodebookSize, GRID_SIZES } from '../../../src/model/types';
import { finiteSizes } from '../../../src/model/vqvae/config';
import { type E4, e4Schema, type Point } from '../../../src/results/e4';
import { unseenArtistDrawings } from '../../evaluate/vqvae';
import type { Experiment, Setup } from '../experiment';
import { fittedTo, formatLadders, formatScore, kMeansBaselines, pcaBaselines, thumbnailBaselines } from './baselines';
import { bySet, pictureSets } from './picture-sets';
import { qualityOf } from './quality';
import { scoreVqvae, type VqvaeScore } from './score-vqvae';

async function measure(setup: Setup) {
  const { dataset, models, say } = setup;
  const sets = pictureSets(dataset);
  const byUnseenArtist = unseenArtistDrawings(dataset);
  const grids = GRID_SIZES.map((grid) => ({ grid, model: models[`vqvae-${grid}`] }));
  const bitsOf = ({ grid, model }: (typeof grids)[number], size: CodebookSize) => bitsPerImage(grid, size, model.config.codeDim);
  const budgets = [
    ...new Set(grids.flatMap((each) => finiteSizes(each.model.config).map((size) => bitsOf(each, size as CodebookSize)))),
  ].sort((a, b) => a - b);

  const pca = pcaBaselines(setup, sets, budgets);
  say('PCA');
  const thumbnails = thumbnailBaselines(setup, sets, budgets);
  say('thumbnails');
  const ladders = await formatLadders(sets, Math.max(...budgets));
  say('JPEG and WebP');

  const points: Point[] = [];
  for (const each of grids) {
    const { grid, model } = each;
    const kMeans = kMeansBaselines(setup, sets, grid, finiteSizes(model.config));
    say(`k-means at ${grid}×${grid}`);
    const vqvae = scoreVqvae(model, sets, byUnseenArtist);
    for (const size of model.config.codebooks) {
      const { scores, unseenArtist, usage, perplexity } = vqvae.get(size) as VqvaeScore;
      const bits = bitsOf(each, size);
      const own = {
        kMeans: size === 'inf' ? undefined : kMeans.get(size),
        pca: pca.get(bits),
        thumbnail: thumbnails.get(bits),
      };
      const format = (name: 'jpeg' | 'webp') => bySet((set) => formatScore(ladders[set][name], sets[set], scores[set], bits));
      points.push({
        grid,
        codebook: size,
        bits,
        vqvae: { ...bySet((set) => qualityOf(scores[set])), unseenArtist: qualityOf(unseenArtist), usage, perplexity },
        baselines:
          own.kMeans && own.pca && own.thumbnail
            ? { kMeans: own.kMeans, pca: own.pca, thumbnail: own.thumbnail, jpeg: format('jpeg'), webp: format('webp') }
            : null,
      });
    }
    say(`VQ-VAE at ${grid}×${grid}`);
  }
  return {
    sizes: {
      heldOutDrawings: sets.heldOut.length,
      unseenArtistDrawings: byUnseenArtist.length,
      photographs: sets.photos.length,
      ...fittedTo(setup),
      drawingsAsFiles: ladders.heldOut.jpeg.length,
      photographsAsFiles: ladders.photos.jpeg.length,
    },
    figures: { points },
  };
}

export const e4: Experiment<E4['figures']> = {
  id: 'e4',
  title: 'what a bit buys',
  protocol: {
    en: 'Drawings of held-out concepts by all artists, on white, and photographs, none of them trained on. Each is coded and drawn back; PSNR is averaged over pictures, SSIM over every eighth. An image takes G²·log2 K bits. k-means replaces the patches of the same grid by the nearest of K prototypes; PCA rounds coefficients of whole pictures to levels fitted to training pictures and gives its bits to where each saves most; a thumbnail has the side and the levels that serve training pictures best. These are fitted to pictures of the kind the VQ-VAE is trained on, so many that twice as many hardly help; k-means and PCA with three seeds. The VQ-VAE’s design and training were settled with these figures in view, which favours it. JPEG and WebP (sharp; every fourth drawing) take the highest of some twenty qualities whose payload fits, their headers given for free and shown apart, compared only on the pictures that they can code so small.',
    zh: '取全部画师所画的留出概念（白底）与照片，均未参与训练；逐幅编码再还原，PSNR 对所有图片取平均，SSIM 每八幅取一幅。每幅图占 G²·log2 K 比特。k 均值以 K 个原型中最近者替换同一网格的图块；PCA 把整图系数量化到在训练图片上拟合的级数，比特逐个分给收益最大处；缩略图的边长与级数取在训练图片上最好的一组。三者都用与 VQ-VAE 训练同类的图片拟合，用量足够大，再加一倍也几乎不见改善；k 均值与 PCA 各用三个种子。VQ-VAE 的结构与训练方式是看着这些指标选定的，这对它有利。JPEG 与 WebP（sharp；图画每四幅取一幅）在二十来档质量中取净荷放得下的最高一档，文件头免费并另列，且只在能压到这么小的图片上比较。',
  },
  models: ['vqvae-16', 'vqvae-8'],
  seeds: [1, 2, 3],
  schema: e4Schema,
  measure,
};
