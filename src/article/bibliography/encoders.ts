/** Works on encoders that understand: classifiers, contrastive models, self-supervised ones. */
import type { Reference } from './reference';

export const ENCODERS: readonly Reference[] = [
  {
    id: 'vit',
    authors: 'Dosovitskiy et al.',
    title: 'An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale',
    year: 2020,
    arxiv: '2010.11929',
  },
  {
    id: 'clip',
    authors: 'Radford et al.',
    title: 'Learning Transferable Visual Models From Natural Language Supervision',
    year: 2021,
    arxiv: '2103.00020',
  },
  {
    id: 'siglip',
    authors: 'Zhai et al.',
    title: 'Sigmoid Loss for Language Image Pre-Training',
    year: 2023,
    arxiv: '2303.15343',
  },
  {
    id: 'siglip2',
    authors: 'Tschannen et al.',
    title:
      'SigLIP 2: Multilingual Vision-Language Encoders with Improved Semantic Understanding, Localization, and Dense Features',
    year: 2025,
    arxiv: '2502.14786',
  },
  {
    id: 'cpc',
    authors: 'van den Oord et al.',
    title: 'Representation Learning with Contrastive Predictive Coding',
    year: 2018,
    arxiv: '1807.03748',
  },
  {
    id: 'dinov2',
    authors: 'Oquab et al.',
    title: 'DINOv2: Learning Robust Visual Features without Supervision',
    year: 2023,
    arxiv: '2304.07193',
  },
  {
    id: 'mae',
    authors: 'He et al.',
    title: 'Masked Autoencoders Are Scalable Vision Learners',
    year: 2021,
    arxiv: '2111.06377',
  },
  {
    id: 'beit-v2',
    authors: 'Peng et al.',
    title: 'BEiT v2: Masked Image Modeling with Vector-Quantized Visual Tokenizers',
    year: 2022,
    arxiv: '2208.06366',
  },
  {
    id: 'set-transformer',
    authors: 'Lee et al.',
    title: 'Set Transformer: A Framework for Attention-based Permutation-Invariant Neural Networks',
    year: 2018,
    arxiv: '1810.00825',
  },
  {
    id: 'distillation',
    authors: 'Hinton et al.',
    title: 'Distilling the Knowledge in a Neural Network',
    year: 2015,
    arxiv: '1503.02531',
  },
  { id: 'llava', authors: 'Liu et al.', title: 'Visual Instruction Tuning', year: 2023, arxiv: '2304.08485' },
];
