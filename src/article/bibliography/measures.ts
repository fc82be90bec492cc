/** Works on how pictures and codes are compared. */
import type { Reference } from './reference';

export const MEASURES: readonly Reference[] = [
  {
    id: 'fid',
    authors: 'Heusel et al.',
    title: 'GANs Trained by a Two Time-Scale Update Rule Converge to a Local Nash Equilibrium',
    year: 2017,
    arxiv: '1706.08500',
  },
  {
    id: 'lpips',
    authors: 'Zhang et al.',
    title: 'The Unreasonable Effectiveness of Deep Features as a Perceptual Metric',
    year: 2018,
    arxiv: '1801.03924',
  },
  {
    id: 'ssim',
    authors: 'Wang et al.',
    title: 'Image Quality Assessment: From Error Visibility to Structural Similarity',
    year: 2004,
    url: 'https://doi.org/10.1109/TIP.2003.819861',
  },
];
