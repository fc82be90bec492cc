/** Claims 22 to 27: the typical models. */
import type { Claim } from './claim';

export const MODELS: readonly Claim[] = [
  {
    id: 22,
    section: 'models',
    verdict: 'holds',
    quote: '将图像分割为块（patches），通过Transformer提取全局关系',
    quoteInEnglish: 'cuts the image into patches and extracts their global relations by a Transformer',
    correction: {
      zh: '切块本身就是一次卷积，步长等于图块的边长。',
      en: 'The cutting is itself a convolution, its stride the side of a patch.',
    },
    sources: [{ id: 'clip-code', at: 'model.py' }],
  },
  {
    id: 23,
    section: 'models',
    verdict: 'imprecise',
    quote: '单一特征向量（CLIP）或分类token（ViT）',
    quoteInEnglish: 'a single feature vector (CLIP) or a class token (ViT)',
    correction: {
      zh: '两者并不对立：CLIP 的 ViT 版本，那个向量就是投影后的 CLS token；SigLIP 则用 MAP 汇成。两种模型也都能给出每个图块的 token。',
      en: 'These are not two different things: the vector of a CLIP with ViT is its CLS token, projected; SigLIP pools with MAP. Both still offer the tokens of all patches.',
    },
    sources: [
      { id: 'clip-code', at: 'model.py' },
      { id: 'big-vision', at: 'MAPHead' },
    ],
  },
  {
    id: 24,
    section: 'models',
    verdict: 'holds',
    quote: '高效捕获语义信息，适合跨模态检索',
    quoteInEnglish: 'captures meaning efficiently, suited to retrieval across modalities',
    correction: {
      zh: 'SigLIP 2 B/16（256 像素）零样本识别 ImageNet，正确率 79.1%；在 COCO 上以文搜图，R@1 为 53.2%。',
      en: 'SigLIP 2 B/16 at 256 pixels recognises 79.1% of ImageNet zero-shot, and finds COCO’s images by text with an R@1 of 53.2%.',
    },
    sources: [{ id: 'big-vision', at: 'README_siglip2.md' }],
    measured: {
      zh: '以图找图，没见过的概念，第一个就对：按向量 {{summary:retrieval.heldOutConcepts.r1}}，按像素 {{summary:retrieval.heldOutConcepts.pixels.r1}}，随机 {{summary:retrieval.heldOutConcepts.chance.r1}}。',
      en: 'Image to image, concepts never seen, how often the first answer is right: {{summary:retrieval.heldOutConcepts.r1}} by the embedding, {{summary:retrieval.heldOutConcepts.pixels.r1}} by pixels, {{summary:retrieval.heldOutConcepts.chance.r1}} by chance.',
    },
  },
  {
    id: 25,
    section: 'models',
    verdict: 'imprecise',
    quote: '输出空间潜在图（如32x32x512）',
    quoteInEnglish: 'puts out a spatial latent map (such as 32x32x512)',
    correction: {
      zh: '512 是词表大小，不是通道数。VQ-VAE 把 128 像素的 ImageNet 图像编成 32×32 个码，每个取自 512 个码字，比特数降到原来的 1/42.6。面对 256 像素的图，LDM 的一种 KL-VAE 给出 32×32×4 个连续值。',
      en: 'The 512 is the size of the vocabulary, not a number of channels. VQ-VAE turns ImageNet at 128 pixels into 32×32 codes, each one of 512 entries, which takes 1/42.6 of the bits. For pictures of 256 pixels, one KL-VAE of LDM gives 32×32×4 continuous values.',
    },
    sources: [
      { id: 'vqvae', at: '§4.2' },
      { id: 'ldm-code', at: 'README' },
    ],
    measured: {
      zh: '词表同为 512，格数不同：16×16 格重建到 {{summary:psnr.16.512.heldOut}}，8×8 格 {{summary:psnr.8.512.heldOut}}。',
      en: 'One vocabulary of 512, two grids: {{summary:psnr.16.512.heldOut}} with 16×16 cells, {{summary:psnr.8.512.heldOut}} with 8×8.',
    },
  },
  {
    id: 26,
    section: 'models',
    verdict: 'imprecise',
    quote: '离散token序列（如DALL-E的生成基础）',
    quoteInEnglish: 'a sequence of discrete tokens (such as the basis of DALL-E’s generation)',
    correction: {
      zh: 'DALL-E 用的是 dVAE：训练时以 Gumbel-softmax 软化选择，码本 8192，网格 32×32，并非 VQ-VAE。据报道，DALL-E 2 改由扩散模型从 CLIP 向量生成，不做 VQ（unCLIP 论文）。',
      en: 'DALL-E uses a dVAE, trained with a choice softened by Gumbel-softmax: 8192 entries on a grid of 32×32, and no VQ-VAE. DALL-E 2 is reported to generate from a CLIP vector by diffusion, without VQ (the unCLIP paper).',
    },
    sources: [
      { id: 'dalle-code', at: 'encoder.py' },
      { id: 'taming-code', at: 'README' },
      { id: 'unclip', at: '§2' },
    ],
  },
  {
    id: 27,
    section: 'models',
    verdict: 'holds',
    quote: '保留空间信息，支持逐token生成',
    quoteInEnglish: 'keeps spatial information, allows generation token by token',
    correction: {
      zh: '但并非独有：ViT 的图块也带着位置。离散 token 也不必排成平面：TiTok 只用 32 个一维 token 重建，rFID 为 2.21。',
      en: 'Not alone in it: the patches of a ViT have places too. Nor must tokens lie in a plane: TiTok reconstructs from 32 tokens in a row, at an rFID of 2.21.',
    },
    sources: [{ id: 'titok-code', at: 'README' }],
    measured: {
      zh: '随机换掉一个 token，像素的变化（按差的平方计）有 {{e8:flips.16.any.own}} 落在它自己那一格里，其余漏到格外；若均匀散开，格内只有 {{e8:flips.16.any.even}}。8×8 格上，几种编码都由同一种小解码器来画，把一格换成别的图在那里的内容：变化留在格内的份额，token 是 {{e3:locality.tokens.own}}，对比学习的图块特征是 {{e3:locality.grid.own}}，未训练编码器的是 {{e3:locality.random-grid.own}}。',
      en: 'Of the squared change that one token replaced at random makes, {{e8:flips.16.any.own}} stays in its own cell and the rest leaks around it; spread evenly, the cell would have {{e8:flips.16.any.even}}. On 8×8 cells, all drawn by the same small decoder and one cell filled with what another picture has there, {{e3:locality.tokens.own}} stays inside with tokens, {{e3:locality.grid.own}} with the contrastive patch features, {{e3:locality.random-grid.own}} with those of an untrained encoder.',
    },
  },
];
