/** Terms for how encoders, tokenizers and generators are trained. */
import type { GlossaryEntry } from './entry';

export const TRAINING: readonly GlossaryEntry[] = [
  {
    id: 'contrastive',
    zh: '对比损失',
    en: 'contrastive loss',
    sentence: {
      zh: '拉近匹配的一对、推远不匹配的各对的损失，CLIP 和 SigLIP 都靠它训练。',
      en: 'A loss that pulls matching pairs together and pushes all others apart; CLIP and SigLIP are trained by it.',
    },
  },
  {
    id: 'softmax',
    zh: 'softmax',
    en: 'softmax',
    sentence: {
      zh: '把一组数变成合计为一的份额：先取指数，再各自除以总和，大的占去大半。',
      en: 'Turns a row of numbers into shares that add up to one: e is raised to the power of each, and the results are divided by their sum, so that large ones take most.',
    },
  },
  {
    id: 'sigmoid',
    zh: 'sigmoid',
    en: 'sigmoid',
    sentence: {
      zh: '把一个数变成 0 到 1 之间的概率，零对应一半；每个数单独计算，互不竞争。',
      en: 'Turns one number into a probability between 0 and 1, zero into one half; each by itself, without competition.',
    },
  },
  {
    id: 'temperature',
    zh: '温度',
    en: 'temperature',
    sentence: {
      zh: '相似度在进入 softmax 或 sigmoid 之前除以的数；越低，分布越集中在最像的几个上。',
      en: 'The number by which similarities are divided before softmax or sigmoid; the lower, the more the closest few count.',
    },
  },
  {
    id: 'false-negative',
    zh: '假负例',
    en: 'false negative',
    sentence: {
      zh: '同一批里其实同义、却被当作不匹配而推远的一对。',
      en: 'A pair in a batch that does match, but counts as a mismatch and is pushed apart.',
    },
  },
  {
    id: 'zero-shot',
    zh: '零样本',
    en: 'zero-shot',
    sentence: {
      zh: '不用该任务的任何训练样本：例如拿图像与各类别的名称比对，取最近的一个。',
      en: 'Without one training example of the task: an image is compared with the names of the classes, say, and takes the nearest.',
    },
  },
  {
    id: 'straight-through',
    zh: '直通估计',
    en: 'straight-through',
    sentence: {
      zh: '量化没有可用的梯度，于是反向传播时当它不存在，把梯度原样传给编码器。',
      en: 'Quantisation has no useful gradient, so the backward pass ignores it and hands the gradient to the encoder as it is.',
    },
  },
  {
    id: 'commitment',
    zh: '承诺损失',
    en: 'commitment loss',
    sentence: {
      zh: '编码器的输出离所选码字越远，这项损失越大，它使编码器不会越走越偏。',
      en: 'A loss that grows with the distance of the encoder’s output from the entry chosen, so that the encoder does not wander off.',
    },
  },
  {
    id: 'ema',
    zh: '指数移动平均（EMA）',
    en: 'exponential moving average (EMA)',
    sentence: {
      zh: '新值只占一小份、旧值占其余的平均；码字可以这样跟随分给它的向量，而不靠梯度。',
      en: 'An average in which the new value has a small share and the old one the rest; entries can follow their vectors in this way instead of by gradients.',
    },
  },
  {
    id: 'usage',
    zh: '码本使用率',
    en: 'codebook usage',
    sentence: {
      zh: '在一组图像上至少用到一次的码字所占的比例；从不被选中的叫死码字。',
      en: 'The share of entries used at least once over a set of images; those that are never chosen are called dead.',
    },
  },
  {
    id: 'gumbel-softmax',
    zh: 'Gumbel-softmax',
    en: 'Gumbel-softmax',
    sentence: {
      zh: '给各选项的分数加上随机噪声再做 softmax，使“选一个”变得可以求导。',
      en: 'Random noise added to the scores of all choices before a softmax, which makes picking one differentiable.',
    },
  },
  {
    id: 'dvae',
    zh: '离散变分自编码器（dVAE）',
    en: 'discrete VAE (dVAE)',
    sentence: {
      zh: '给每格算出全部码字的概率再从中选一个的自编码器；DALL-E 的 token 由它而来。',
      en: 'An autoencoder that gives each cell a probability for every entry and picks from them; DALL-E’s tokens come from one.',
    },
  },
  {
    id: 'kl-vae',
    zh: 'KL-VAE',
    en: 'KL-VAE',
    sentence: {
      zh: '潜在表示保持连续的自编码器，只用 KL 项约束其分布，不经量化；潜在扩散模型常用。',
      en: 'An autoencoder whose latents stay continuous, held to a distribution by a KL term and not quantised; common under latent diffusion.',
    },
  },
  {
    id: 'vq-vae',
    zh: 'VQ-VAE',
    en: 'VQ-VAE',
    sentence: {
      zh: '中间隔着一个码本的自编码器：编码器的输出换成最近的码字，解码器只见码字。',
      en: 'An autoencoder with a codebook in the middle: the encoder’s outputs are exchanged for their nearest entries, and the decoder sees these alone.',
    },
  },
  {
    id: 'perceptual-loss',
    zh: '感知损失',
    en: 'perceptual loss',
    sentence: {
      zh: '比较两张图在一个预训练网络里的特征，而不是逐个像素相减；LPIPS 是常用的一种。',
      en: 'A comparison of two images by their features in a pre-trained network instead of pixel by pixel; LPIPS is a common one.',
    },
  },
  {
    id: 'adversarial-loss',
    zh: '对抗损失',
    en: 'adversarial loss',
    sentence: {
      zh: '另训练一个判别器分辨真图与重建图，解码器则设法骗过它，画面因此更锐利。',
      en: 'A discriminator learns to tell real images from reconstructions and the decoder to deceive it, which makes pictures sharper.',
    },
  },
  {
    id: 'prior',
    zh: '先验',
    en: 'prior',
    sentence: {
      zh: '在编码上训练的生成模型：先由它写出 token 或潜在表示，再由解码器画成图像。',
      en: 'The generative model trained on codes: it writes the tokens or latents that the decoder then draws.',
    },
  },
  {
    id: 'autoregressive',
    zh: '自回归',
    en: 'autoregressive',
    sentence: {
      zh: '逐个预测，每一个都以前面的全部为条件，像 GPT 写字那样。',
      en: 'Predicting one after another, each given all before it, the way GPT writes.',
    },
  },
  {
    id: 'masked-prediction',
    zh: '掩码预测',
    en: 'masked prediction',
    sentence: {
      zh: '遮住一部分 token，由其余的把它们补全；可以一次补多个。',
      en: 'Some tokens are hidden and filled in from the others, several at a time if need be.',
    },
  },
  {
    id: 'diffusion',
    zh: '扩散模型',
    en: 'diffusion',
    sentence: {
      zh: '从噪声出发、一步步去噪而得到图像或潜在表示的生成方法。',
      en: 'A way of generating that starts from noise and removes it step by step until an image or a latent is left.',
    },
  },
  {
    id: 'distillation',
    zh: '蒸馏',
    en: 'distillation',
    sentence: {
      zh: '让一个模型学习另一个模型的输出；自蒸馏则是学自己的一个较慢的副本。',
      en: 'One model learns from the outputs of another; in self-distillation, from a slower copy of itself.',
    },
  },
  {
    id: 'frozen',
    zh: '冻结',
    en: 'frozen',
    sentence: {
      zh: '参数不再更新；只训练接在后面的部分，才看得出特征里原本有什么。',
      en: 'With parameters that no longer change: only what comes after is trained, which shows what the features held already.',
    },
  },
];
