/** Host of the lab that the page opens with while the page is being built: the lab stands there, and nothing in it moves yet. */
import type { LabHost } from '../labs/lab';
import { createSharedChoice } from './chosen';

const nothing = () => {};

export const createStillHost = (): LabHost => ({
  chosen: createSharedChoice({}, nothing),
  engine: () => Promise.reject(new Error('nothing is computed while the page is being built')),
  onEngineReady: () => nothing,
  opened: {},
  share: nothing,
  onAsked: () => nothing,
  tell: nothing,
  reject: nothing,
  report: () => nothing,
  importImage: () => Promise.resolve(null),
  fileUrl: (path) => `../${path}`,
});
