/** How the batch of an update is dealt to the workers: each gets the same share, in whole groups where the objective cuts it into groups. */
import { vqvaeTraining } from '../../src/model/vqvae/objective';
import { firstEndOf, type RunOptions } from '../run/options';
import { workersFor } from '../runtime/workers-for';

type Dealt = Pick<RunOptions, 'model' | 'batch' | 'steps' | 'earlierEnds'>;

const groupsOf = (options: Dealt): number => (options.model === 'contrastive' ? 1 : vqvaeTraining(firstEndOf(options)).groups);

/** Images (VQ-VAE) or concepts (contrastive) of one of so many workers. Throws where the batch cannot be dealt to them. */
export function shareOf(options: Dealt, workers: number): number {
  const groups = groupsOf(options);
  const share = options.batch / workers;
  if (!Number.isInteger(share / groups))
    throw new Error(
      `the batch of ${options.batch} does not divide into ${workers} workers${groups > 1 ? ` × ${groups} groups` : ''}`,
    );
  return share;
}

/** The most workers, up to the number of cores, that the batch can be dealt to. */
export const mostWorkers = (options: Dealt, cores?: number): number => workersFor([options.batch / groupsOf(options)], cores);
