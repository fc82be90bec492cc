/** Works on models that both understand and draw, with one encoder or two. */
import type { Reference } from './reference';

export const UNIFIED: readonly Reference[] = [
  {
    id: 'janus',
    authors: 'Wu et al.',
    title: 'Janus: Decoupling Visual Encoding for Unified Multimodal Understanding and Generation',
    year: 2024,
    arxiv: '2410.13848',
  },
  {
    id: 'janus-pro',
    authors: 'Chen et al.',
    title: 'Janus-Pro: Unified Multimodal Understanding and Generation with Data and Model Scaling',
    year: 2025,
    arxiv: '2501.17811',
  },
  {
    id: 'show-o',
    authors: 'Xie et al.',
    title: 'Show-o: One Single Transformer to Unify Multimodal Understanding and Generation',
    year: 2024,
    arxiv: '2408.12528',
  },
  {
    id: 'seed',
    authors: 'Ge et al.',
    title: 'Planting a SEED of Vision in Large Language Model',
    year: 2023,
    arxiv: '2307.08041',
  },
  {
    id: 'vila-u',
    authors: 'Wu et al.',
    title: 'VILA-U: a Unified Foundation Model Integrating Visual Understanding and Generation',
    year: 2024,
    arxiv: '2409.04429',
  },
  {
    id: 'unitok',
    authors: 'Ma et al.',
    title: 'UniTok: A Unified Tokenizer for Visual Generation and Understanding',
    year: 2025,
    arxiv: '2502.20321',
  },
  {
    id: 'qlip',
    authors: 'Zhao et al.',
    title: 'QLIP: Text-Aligned Visual Tokenization Unifies Auto-Regressive Multimodal Understanding and Generation',
    year: 2025,
    arxiv: '2502.05178',
  },
  {
    id: 'transfusion',
    authors: 'Zhou et al.',
    title: 'Transfusion: Predict the Next Token and Diffuse Images with One Multi-Modal Model',
    year: 2024,
    arxiv: '2408.11039',
  },
  {
    id: 'chameleon',
    authors: 'Chameleon Team',
    title: 'Chameleon: Mixed-Modal Early-Fusion Foundation Models',
    year: 2024,
    arxiv: '2405.09818',
  },
  { id: 'emu3', authors: 'Wang et al.', title: 'Emu3: Next-Token Prediction is All You Need', year: 2024, arxiv: '2409.18869' },
  {
    id: 'bagel',
    authors: 'Deng et al.',
    title: 'Emerging Properties in Unified Multimodal Pretraining',
    year: 2025,
    arxiv: '2505.14683',
  },
];
