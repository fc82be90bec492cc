/** Claims 14 to 21: how the encoders are built. A bar in a quotation parts two cells of the article's table. */
import type { Claim } from './claim';

export const DESIGN: readonly Claim[] = [
  {
    id: 14,
    section: 'design',
    verdict: 'wrong',
    quote: '全局语义向量（单一特征）',
    quoteInEnglish: 'a global semantic vector (a single feature)',
    correction: {
      zh: '接到语言模型上时并非如此：LLaVA 取倒数第二层，去掉 CLS，把每个图块的 token 都送进去；Janus-Pro 把 SigLIP 的二维网格展平成序列。',
      en: 'Not so in front of a language model: LLaVA takes the last layer but one, drops CLS and passes on the token of every patch; Janus-Pro flattens SigLIP’s two-dimensional grid into a sequence.',
    },
    sources: [
      { id: 'llava-code', at: 'clip_encoder.py' },
      { id: 'janus-pro', at: '§2.1' },
    ],
    measured: {
      zh: '用线性探测辨认类别（表情的九大类）：池化向量认对 {{two-by-two:pooled.tell.pooled.group}}，池化之前的整张网格 {{two-by-two:grid.tell.gridFlat.group}}。',
      en: 'A linear probe tells which of nine emoji groups a drawing belongs to for {{two-by-two:pooled.tell.pooled.group}} of the drawings from the pooled vector, for {{two-by-two:grid.tell.gridFlat.group}} from the whole grid before pooling.',
    },
  },
  {
    id: 15,
    section: 'design',
    verdict: 'wrong',
    quote: '均需将图像映射到低维潜在空间',
    quoteInEnglish: 'both have to map the image into a low-dimensional latent space',
    correction: {
      zh: '维数不一定变低。RAE 的潜在表示 16×16×768 有 196,608 个数，与 256×256×3 的原图一样多；CLIP-L/14@336 的特征 576×1024 有 589,824 个数，比 338,688 个像素值还多。',
      en: 'Not low in general. RAE’s latent of 16×16×768 holds 196,608 numbers, as many as the image of 256×256×3; the features of CLIP-L/14@336, 576×1024, make 589,824 numbers from 338,688 pixel values.',
    },
    sources: [
      { id: 'rae', at: '§3' },
      { id: 'llava-code', at: 'clip_encoder.py' },
    ],
  },
  {
    id: 16,
    section: 'design',
    verdict: 'holds',
    quote: '可能使用卷积或Transformer模块（如ViT用于生成任务时）',
    quoteInEnglish: 'may use convolutions or Transformer blocks (such as ViT in generation tasks)',
    correction: {
      zh: 'CLIP 训练了 5 个 ResNet 和 3 个 ViT；在生成一侧，ViT-VQGAN 从编码器到解码器都是 ViT。',
      en: 'CLIP trained 5 ResNets and 3 ViTs; on the side of generation ViT-VQGAN is a ViT from encoder to decoder.',
    },
    sources: [
      { id: 'clip', at: '§2.4–2.5' },
      { id: 'vit-vqgan', at: '§3' },
    ],
  },
  {
    id: 17,
    section: 'design',
    verdict: 'imprecise',
    quote: '高层语义（抽象类别）｜中低层细节（纹理、几何）',
    quoteInEnglish: 'high-level meaning (abstract kinds) | mid- and low-level detail (texture, geometry)',
    correction: {
      zh: '线性探测的差距确实很大：SigLIP 2-B 为 79.1%，SD-VAE 约 8%。但语义特征里也留有细节：从冻结的 DINOv2 网格解码，rFID 为 0.49，SD-VAE 是 0.62；不过前者有 196,608 个数，后者只有 4,096 个，rFID 比的又是整批图的统计，不是逐张的细节。',
      en: 'A linear probe does tell them far apart: 79.1% for SigLIP 2-B, about 8% for SD-VAE. Yet semantic features keep detail too: decoded from a frozen DINOv2 grid, images reach an rFID of 0.49, where SD-VAE has 0.62. But the one latent has 196,608 numbers and the other 4,096, and rFID compares whole sets, not picture with picture.',
    },
    sources: [{ id: 'rae', at: 'Table 1' }],
    measured: {
      zh: '线性探测逐格读码来认类别：语义网格 {{two-by-two:grid.tell.gridFlat.group}}，8×8 个 VQ 码 {{two-by-two:tokens.tell.codesFlat.group}}。同样的解码器画回来：语义网格 {{two-by-two:grid.draw.psnr}}，8×8 个 VQ 码 {{two-by-two:tokens.draw.psnr}}。',
      en: 'A linear probe that reads all cells names the group of {{two-by-two:grid.tell.gridFlat.group}} of the drawings from the semantic grid, of {{two-by-two:tokens.tell.codesFlat.group}} from 8×8 VQ codes. Drawn back by the same decoder, trained on each: {{two-by-two:grid.draw.psnr}} from the grid, {{two-by-two:tokens.draw.psnr}} from the codes.',
    },
  },
  {
    id: 18,
    section: 'design',
    verdict: 'imprecise',
    quote: '跨模态对齐或分类｜像素级重建',
    quoteInEnglish: 'alignment across modalities, or classification | reconstruction of pixels',
    correction: {
      zh: '两边都有遗漏。理解一侧还有逐对 sigmoid、图像描述和自监督等损失；生成一侧还有感知（LPIPS）、对抗、KL 和承诺损失。',
      en: 'Both cells leave things out. Understanding also trains with pairwise sigmoid, captioning and self-supervised losses; generation also with perceptual (LPIPS), adversarial, KL and commitment losses.',
    },
    sources: [
      { id: 'siglip', at: '§3.2' },
      { id: 'siglip2', at: '§2' },
      { id: 'vqgan', at: '§3' },
      { id: 'vqvae', at: '§3' },
    ],
    measured: {
      zh: '训练目标的作用，看未经训练的同一个编码器：线性探测认类别，训练前 {{two-by-two:random-pooled.tell.pooled.group}}，训练后 {{two-by-two:pooled.tell.pooled.group}}。',
      en: 'What the objective does, against the same encoder untrained: a linear probe names the group of {{two-by-two:random-pooled.tell.pooled.group}} of the drawings before training and of {{two-by-two:pooled.tell.pooled.group}} after.',
    },
  },
  {
    id: 19,
    section: 'design',
    verdict: 'imprecise',
    quote: '连续向量（直接用于相似度计算）｜离散token（适合自回归生成）',
    quoteInEnglish: 'continuous vectors (compared directly) | discrete tokens (suited to autoregression)',
    correction: {
      zh: '两边都有反例：KL-VAE 和 MAR 用连续潜在表示生成，SEED、VILA-U、UniTok 则把语义做成离散 token。',
      en: 'There are counter-examples on both sides: KL-VAE and MAR generate from continuous latents, while SEED, VILA-U and UniTok turn meaning into discrete tokens.',
    },
    sources: [
      { id: 'ldm-code', at: 'README' },
      { id: 'mar', at: '§3' },
      { id: 'seed', at: '§2' },
      { id: 'vila-u', at: '§3.1' },
      { id: 'unitok', at: '§3' },
    ],
    measured: {
      zh: '量化的代价，16×16 格、没见过的概念：不量化 {{summary:psnr.16.inf.heldOut}}，512 个码字 {{summary:psnr.16.512.heldOut}}。',
      en: 'What quantising costs, with 16×16 cells and concepts never seen: {{summary:psnr.16.inf.heldOut}} without, {{summary:psnr.16.512.heldOut}} with 512 entries.',
    },
  },
  {
    id: 20,
    section: 'design',
    verdict: 'wrong',
    quote: '卷积+注意力（SigLIP）',
    quoteInEnglish: 'convolution + attention (SigLIP)',
    correction: {
      zh: 'SigLIP 是 ViT，末端用注意力池化（MAP）汇成一个向量。“卷积加注意力池化”说的是 CLIP 的 ResNet 版本。',
      en: 'SigLIP is a ViT whose last step pools by attention (a MAP head). Convolution with attention pooling describes the ResNets of CLIP.',
    },
    sources: [
      { id: 'open-clip', at: 'model_configs' },
      { id: 'big-vision', at: 'MAPHead' },
    ],
    measured: {
      zh: '本页的理解编码器先做几次卷积，再是 Transformer 和注意力池化。只凭结构、不经训练，从它的图块网格画回 {{two-by-two:random-grid.draw.psnr}}，训练后 {{two-by-two:grid.draw.psnr}}；辨认类别，训练前 {{two-by-two:random-pooled.tell.pooled.group}}，训练后 {{two-by-two:pooled.tell.pooled.group}}。',
      en: 'This page’s understanding encoder has a few convolutions, then a transformer and attention pooling. By its structure alone, untrained, its grid of patches is drawn back at {{two-by-two:random-grid.draw.psnr}}, after training at {{two-by-two:grid.draw.psnr}}; the group is named for {{two-by-two:random-pooled.tell.pooled.group}} of the drawings before training, for {{two-by-two:pooled.tell.pooled.group}} after.',
    },
  },
  {
    id: 21,
    section: 'design',
    verdict: 'holds',
    quote: '卷积下采样+量化（VQ-VAE）',
    quoteInEnglish: 'convolutional downsampling + quantisation (VQ-VAE)',
    correction: {
      zh: '经典的 VQ-VAE 正是如此；VQGAN 还在 16×16 的分辨率上加了注意力。',
      en: 'So it is in the classic VQ-VAE; VQGAN adds attention at a resolution of 16×16.',
    },
    sources: [
      { id: 'vqvae', at: '§4.1' },
      { id: 'taming-code', at: 'configs' },
    ],
    measured: {
      zh: '本页的生成编码器正是卷积加量化。同样的解码器，从它的 8×8 个 token 画回 {{two-by-two:tokens.draw.psnr}}，从未训练的图块网格画回 {{two-by-two:random-grid.draw.psnr}}。',
      en: 'This page’s generation encoder is just that. The same decoder, trained anew on each, draws back at {{two-by-two:tokens.draw.psnr}} from its 8×8 tokens, at {{two-by-two:random-grid.draw.psnr}} from the untrained grid of patches of the other encoder.',
    },
  },
];
