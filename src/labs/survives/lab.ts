/** What survives a change? A picture is changed step by step: which of its codes notices? */
import type { Lab } from '../lab';

export const survivesLab: Lab = { id: 'survives', load: () => import('./SurvivesLab') };
