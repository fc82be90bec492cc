/** The literature's figures, read and checked when the page is built. */
import points from './points.json';
import { type LiteratureGroup, literatureSchema } from './schema';

export const GROUPS: readonly LiteratureGroup[] = literatureSchema.parse(points).groups;

/** What a paper calls its system: shorter than its title. Papers appear in this order. */
export const PAPER_NAMES: Readonly<Record<string, string>> = {
  janus: 'Janus',
  unitok: 'UniTok',
  'vila-u': 'VILA-U',
  qlip: 'QLIP',
  'show-o': 'Show-o',
  transfusion: 'Transfusion',
  rae: 'RAE',
  'va-vae': 'VA-VAE',
  llamagen: 'LlamaGen',
  'vit-vqgan': 'ViT-VQGAN',
  vqgan: 'VQGAN',
  fsq: 'FSQ',
  seed: 'SEED',
  'janus-pro': 'Janus-Pro',
  mar: 'MAR',
  repa: 'REPA',
  'titok-code': 'TiTok',
  'big-vision': 'SigLIP 2',
};
