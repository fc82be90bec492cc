/** Claims 32 to 35: summary and outlook. */
import type { Claim } from './claim';

export const OUTLOOK: readonly Claim[] = [
  {
    id: 32,
    section: 'outlook',
    verdict: 'imprecise',
    quote: '“语义蒸馏器”，抽象化图像内容',
    quoteInEnglish: '“a distiller of meaning”, which makes the content of the image abstract',
    correction: {
      zh: '这是比喻。“蒸馏”另有专门的含义，指让一个模型学习另一个模型的输出；CLIP 是直接在图文对上训练的，并非蒸馏而来。',
      en: 'A metaphor. Distillation has a technical meaning, a model learning from another’s outputs; CLIP is trained on pairs of image and text directly, not distilled.',
    },
    sources: [
      { id: 'clip', at: '§2.3' },
      { id: 'distillation', at: '§2' },
    ],
  },
  {
    id: 33,
    section: 'outlook',
    verdict: 'imprecise',
    quote: '“细节压缩器”，保留可逆的局部信息',
    quoteInEnglish: '“a compressor of detail”, which keeps local information that is invertible',
    correction: {
      zh: '并不可逆（见第 11 条），也不完全局部：编码器层数一多，每一格的感受野就超出自己那块像素。',
      en: 'Not invertible (see claim 11), and not quite local: in a deep encoder what a cell sees reaches beyond its own pixels.',
    },
    sources: [
      { id: 'llamagen', at: 'Table 2' },
      { id: 'taming-code', at: 'README' },
    ],
    measured: {
      zh: '随机换掉一个 token，像素的变化（按差的平方计）有 {{e8:flips.16.any.own}} 落在它自己那一格里，其余漏到格外；若均匀散开，格内只有 {{e8:flips.16.any.even}}。',
      en: 'Of the squared change that one token replaced at random makes, {{e8:flips.16.any.own}} stays in its own cell and the rest leaks around it; spread evenly, the cell would have {{e8:flips.16.any.even}}.',
    },
  },
  {
    id: 34,
    section: 'outlook',
    verdict: 'imprecise',
    quote: '两类编码器可能融合（如Diffusion模型的统一框架）',
    quoteInEnglish: 'the two kinds of encoder may merge (such as in a unified framework of diffusion models)',
    correction: {
      zh: '融合早已出现，如 SEED（2023）、VILA-U、UniTok、RAE。扩散也不是统一的关键：Transfusion 里文本仍是自回归，只有图像用扩散；据报道，BAGEL 仍同时保留 SigLIP 2 与 VAE。',
      en: 'The fusion exists: SEED (2023), VILA-U, UniTok, RAE. And diffusion is not what unites these systems: Transfusion keeps text autoregressive and diffuses only images, and BAGEL is reported to keep both SigLIP 2 and a VAE.',
    },
    sources: [
      { id: 'seed', at: '§2' },
      { id: 'vila-u', at: '§3.1' },
      { id: 'unitok', at: '§3' },
      { id: 'rae', at: '§4' },
      { id: 'transfusion', at: '§3' },
      { id: 'bagel', at: '§2' },
    ],
  },
  {
    id: 35,
    section: 'outlook',
    verdict: 'opinion',
    quote: '在任务本质差异下，分工仍将长期存在',
    quoteInEnglish: 'as long as the tasks differ in essence, the division of labour will last',
    correction: {
      zh: '这是看法，证据分成两边：Janus 支持分工；UniTok 和 RAE 表明，一套编码可以兼顾理解与生成。',
      en: 'An opinion, and the evidence is split: Janus speaks for the division, while UniTok and RAE let one code serve both.',
    },
    sources: [
      { id: 'janus', at: 'Table 5' },
      { id: 'unitok', at: 'Table 6' },
      { id: 'rae', at: '§3–4' },
    ],
  },
];
