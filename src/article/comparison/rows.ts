/** The article's comparison table, retold, each row with what tests it. */
import type { ComparisonRow } from './row';

export const COMPARISON: readonly ComparisonRow[] = [
  {
    id: 'output',
    dimension: { zh: '输出特征', en: 'Output' },
    understanding: { zh: '一个全局的语义向量', en: 'One vector for the whole meaning' },
    generation: { zh: '保留布局的局部潜在图', en: 'A map of local features that keeps the layout' },
    claims: { understanding: 14, generation: 27 },
    test: {
      zh: '两种编码互换：从向量画回来，从 token 认出来',
      en: 'Swap the codes: draw from the vector, recognise from the tokens',
    },
    experiment: 'E3',
    lab: 'swap',
    measured: {
      zh: '从向量重建，PSNR 为 {{two-by-two:pooled.draw.psnr}}，从 8×8 个 token 为 {{two-by-two:tokens.draw.psnr}}；认类别，向量 {{two-by-two:pooled.tell.pooled.group}}，逐格读 token {{two-by-two:tokens.tell.codesFlat.group}}。',
      en: 'Drawn from the vector {{two-by-two:pooled.draw.psnr}}, from 8×8 tokens {{two-by-two:tokens.draw.psnr}}; groups named from the vector {{two-by-two:pooled.tell.pooled.group}}, from tokens read cell by cell {{two-by-two:tokens.tell.codesFlat.group}}.',
    },
  },
  {
    id: 'level',
    dimension: { zh: '特征层级', en: 'Level' },
    understanding: { zh: '高层语义，抽象的类别', en: 'High: meaning, abstract kinds' },
    generation: { zh: '中低层细节，纹理与几何', en: 'Low to middle: texture and geometry' },
    claims: { understanding: 17, generation: 17 },
    test: {
      zh: '换一位画师画同一概念，看哪一种编码变得少',
      en: 'Let another artist draw the same thing, and see which code changes less',
    },
    experiment: 'E7',
    lab: 'survives',
    measured: {
      zh: '以换成一张不相干的图时的变化为 100%：同一概念由另一位画师重画，嵌入的变化为 {{e7:redraw.other-artist.wayThere.embedding}}（编码器若未经训练则为 {{e7:redraw.other-artist.wayThere.untrained}}），token 的变化为 {{e7:redraw.other-artist.wayThere.tokens16}}。',
      en: 'If an unrelated image counts as 100%, another artist’s drawing of the same concept moves the embedding by {{e7:redraw.other-artist.wayThere.embedding}} (an untrained encoder’s by {{e7:redraw.other-artist.wayThere.untrained}}), the tokens by {{e7:redraw.other-artist.wayThere.tokens16}}.',
    },
  },
  {
    id: 'objective',
    dimension: { zh: '训练目标', en: 'Training objective' },
    understanding: { zh: '跨模态对齐，或者分类', en: 'Alignment across modalities, or classification' },
    generation: { zh: '逐像素重建', en: 'Reconstruction of pixels' },
    claims: { understanding: 18, generation: 18 },
    test: {
      zh: '同样的线性探测读两种编码，再读未经训练的编码器和像素；两种编码除训练目标外，瓶颈也不同',
      en: 'Read both codes with the same probe, with an untrained encoder’s code and pixels beside them; the two codes differ in bottleneck as well as in objective',
    },
    experiment: 'E2',
    lab: 'find',
    measured: {
      zh: '认类别：对比训练后的向量 {{two-by-two:pooled.tell.pooled.group}}，重建训练后的 8×8 个 token（逐格读）{{two-by-two:tokens.tell.codesFlat.group}}，未训练的向量 {{two-by-two:random-pooled.tell.pooled.group}}，像素 {{two-by-two:pixels.tell.whole.group}}。',
      en: 'Groups named: {{two-by-two:pooled.tell.pooled.group}} from a vector after contrastive training, {{two-by-two:tokens.tell.codesFlat.group}} from 8×8 tokens, read cell by cell, after training to rebuild, {{two-by-two:random-pooled.tell.pooled.group}} from an untrained vector, {{two-by-two:pixels.tell.whole.group}} from pixels.',
    },
  },
  {
    id: 'space',
    dimension: { zh: '潜在空间', en: 'Latent space' },
    understanding: { zh: '连续向量，直接计算相似度', en: 'Continuous vectors, compared directly' },
    generation: { zh: '离散 token，适合自回归', en: 'Discrete tokens, made for autoregression' },
    claims: { understanding: 19, generation: 19 },
    test: {
      zh: '改变码本大小，直到不用码本：量化要付多少代价',
      en: 'Vary the codebook up to none at all: what quantising costs',
    },
    experiment: 'E4',
    lab: 'bits',
    measured: {
      zh: '16×16 格重建没见过的概念：不量化 {{summary:psnr.16.inf.heldOut}}，512 个码字 {{summary:psnr.16.512.heldOut}}，16 个 {{summary:psnr.16.16.heldOut}}。',
      en: 'Concepts never seen, 16×16 cells: {{summary:psnr.16.inf.heldOut}} without quantising, {{summary:psnr.16.512.heldOut}} with 512 entries, {{summary:psnr.16.16.heldOut}} with 16.',
    },
  },
  {
    id: 'structure',
    dimension: { zh: '典型结构', en: 'Typical structure' },
    understanding: {
      zh: 'Transformer（ViT），或卷积加注意力（SigLIP）',
      en: 'A Transformer (ViT), or convolution and attention (SigLIP)',
    },
    generation: { zh: '卷积下采样，再量化', en: 'Convolutions that shrink, then quantisation' },
    claims: { understanding: 20, generation: 21 },
    test: {
      zh: '同样的解码器，从训练前和训练后的图块网格各画一次；只能看出一种结构本身起多大作用，不能拿来比较两种结构',
      en: 'The same decoder draws from the grid of patches before training and after: what one structure gives by itself, not how the two compare',
    },
    experiment: 'E3',
    lab: 'swap',
    measured: {
      zh: '结构本身的作用：从未训练的图块网格重建，PSNR 为 {{two-by-two:random-grid.draw.psnr}}，训练后 {{two-by-two:grid.draw.psnr}}。',
      en: 'What the structure gives by itself: {{two-by-two:random-grid.draw.psnr}} drawn from an untrained grid of patches, {{two-by-two:grid.draw.psnr}} from a trained one.',
    },
  },
];
