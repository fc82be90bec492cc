/** Code, configurations and model cards that corrections were read in; the year is that of the first release. */
import type { Reference } from './reference';

export const CODE: readonly Reference[] = [
  { id: 'clip-code', authors: 'OpenAI', title: 'openai/CLIP', year: 2021, url: 'https://github.com/openai/CLIP' },
  {
    id: 'open-clip',
    authors: 'Ilharco et al.',
    title: 'mlfoundations/open_clip',
    year: 2021,
    url: 'https://github.com/mlfoundations/open_clip',
  },
  {
    id: 'big-vision',
    authors: 'Beyer et al.',
    title: 'google-research/big_vision',
    year: 2022,
    url: 'https://github.com/google-research/big_vision',
  },
  {
    id: 'llava-code',
    authors: 'Liu et al.',
    title: 'haotian-liu/LLaVA',
    year: 2023,
    url: 'https://github.com/haotian-liu/LLaVA',
  },
  { id: 'dalle-code', authors: 'OpenAI', title: 'openai/DALL-E', year: 2021, url: 'https://github.com/openai/DALL-E' },
  {
    id: 'taming-code',
    authors: 'Esser et al.',
    title: 'CompVis/taming-transformers',
    year: 2020,
    url: 'https://github.com/CompVis/taming-transformers',
  },
  {
    id: 'ldm-code',
    authors: 'Rombach et al.',
    title: 'CompVis/latent-diffusion',
    year: 2021,
    url: 'https://github.com/CompVis/latent-diffusion',
  },
  {
    id: 'titok-code',
    authors: 'Yu et al.',
    title: 'bytedance/1d-tokenizer',
    year: 2024,
    url: 'https://github.com/bytedance/1d-tokenizer',
  },
];
