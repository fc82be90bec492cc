/** Claims 28 to 31: where the difference comes from. */
import type { Claim } from './claim';

export const CAUSES: readonly Claim[] = [
  {
    id: 28,
    section: 'causes',
    verdict: 'imprecise',
    quote: '需要压缩语义而非像素',
    quoteInEnglish: 'has to compress meaning rather than pixels',
    correction: {
      zh: '理解也靠 token 数和分辨率：Show-o 每张图的 token 从 256 个增加到 1024 个，VQAv2 从 64.7 升到 69.4。',
      en: 'Understanding depends on tokens and resolution as well: with 1024 instead of 256 tokens an image, Show-o rises from 64.7 to 69.4 on VQAv2.',
    },
    sources: [{ id: 'show-o', at: 'Table 4' }],
    measured: {
      zh: '以换成一张不相干的图时的变化为 100%：把图平移两个像素，嵌入的变化为 {{e7:shift.2.wayThere.embedding}}（编码器若未经训练则为 {{e7:shift.2.wayThere.untrained}}），token 的变化为 {{e7:shift.2.wayThere.tokens16}}。训练并不让嵌入处处更稳：加上标准差为 20 级的噪点，它的变化为 {{e7:noise.20.wayThere.embedding}}，未经训练的只有 {{e7:noise.20.wayThere.untrained}}；盖住一块 24×24 像素，则是 {{e7:occlude.24.wayThere.embedding}} 对 {{e7:occlude.24.wayThere.untrained}}。',
      en: 'If an unrelated image counts as 100%, two pixels to the side move the embedding by {{e7:shift.2.wayThere.embedding}} (an untrained encoder’s by {{e7:shift.2.wayThere.untrained}}) and the tokens by {{e7:shift.2.wayThere.tokens16}}. Training does not steady the embedding against everything: noise of 20 levels moves it by {{e7:noise.20.wayThere.embedding}}, an untrained encoder’s by only {{e7:noise.20.wayThere.untrained}}; 24×24 pixels covered, by {{e7:occlude.24.wayThere.embedding}} against {{e7:occlude.24.wayThere.untrained}}.',
    },
  },
  {
    id: 29,
    section: 'causes',
    verdict: 'imprecise',
    quote: 'CLIP的文本编码器输出与图像编码器维度一致',
    quoteInEnglish: 'the outputs of CLIP’s text encoder have the same dimension as those of its image encoder',
    correction: {
      zh: '经过各自的线性投影才一致：CLIP L/14 的图像塔是 1024 维，文本塔是 768 维，投影到共同的 768 维。',
      en: 'Only after a linear projection on each side: in CLIP L/14 the image tower has 1024 dimensions and the text tower 768, and both are projected to a joint 768.',
    },
    sources: [{ id: 'open-clip', at: 'ViT-L-14.json' }],
  },
  {
    id: 30,
    section: 'causes',
    verdict: 'wrong',
    quote: '需要解耦细节以支持逐像素生成',
    quoteInEnglish: 'has to disentangle details to allow generation pixel by pixel',
    correction: {
      zh: 'VQ-VAE 不做解耦，生成也不逐像素：先验逐个预测 token，解码器再把全部像素一次并行画出。',
      en: 'A VQ-VAE disentangles nothing, and pixels do not come one by one: the prior predicts tokens, from which the decoder then draws all pixels at once.',
    },
    sources: [{ id: 'vqvae', at: '§3' }],
    measured: {
      zh: '随机换掉一个 token，像素的变化（按差的平方计）有 {{e8:flips.16.any.own}} 落在它自己那一格里，其余漏到格外：一个 token 管的是一片，不是一个像素。',
      en: 'Of the squared change that one token replaced at random makes, {{e8:flips.16.any.own}} stays in its own cell and the rest leaks around it: a token answers for an area, not for a pixel.',
    },
  },
  {
    id: 31,
    section: 'causes',
    verdict: 'holds',
    quote: '将生成问题转化为序列预测（如GPT式的自回归）',
    quoteInEnglish: 'turns generation into predicting a sequence (autoregression, as in GPT)',
    correction: {
      zh: '可以，但路不止一条：还可以掩码预测、做离散扩散（如 Show-o），或在连续潜在表示上自回归（如 MAR）。',
      en: 'It can, but that is one road of several: tokens can be predicted behind a mask or by discrete diffusion, as in Show-o, and continuous latents autoregressively, as in MAR.',
    },
    sources: [
      { id: 'show-o', at: '§3' },
      { id: 'mar', at: '§3' },
    ],
  },
];
