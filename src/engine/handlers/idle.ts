/** What the worker does when nobody asks anything: the model of the other grid, loaded and warmed up before the switch. */

import type { GridSize } from '../../model/types';
import { GRID_SIZES } from '../../model/types';
import { warmUpGrid } from './warm-up';
import type { Workshop } from './workshop';

/** Quiet time before it starts; long enough for the page to finish its first view. */
const QUIET_MS = 3_000;

export interface IdleWork {
  /** A request came: not now. */
  hold(): void;
  /** It was answered: after a quiet while. */
  allow(): void;
  /** No more of it. */
  stop(): void;
  /** Settles when what is under way is done. */
  settled(): Promise<void>;
}

interface ConnectionHints {
  readonly connection?: { readonly saveData?: boolean };
}

/** @param grid the one that is loaded already */
export function createIdleWork(workshop: Workshop, grid: GridSize): IdleWork {
  const others = GRID_SIZES.filter((other) => other !== grid);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  async function work(): Promise<void> {
    for (let other = others.pop(); other !== undefined; other = others.pop()) {
      // A failure shows when the reader asks for that grid; until then it is nobody's concern.
      await warmUpGrid(workshop, other).catch(() => undefined);
    }
  }

  return {
    hold: () => clearTimeout(timer),
    allow(): void {
      clearTimeout(timer);
      const { connection } = navigator as ConnectionHints;
      if (others.length === 0 || connection?.saveData) return;
      timer = setTimeout(() => {
        running = work();
      }, QUIET_MS);
    },
    stop(): void {
      clearTimeout(timer);
      others.length = 0;
    },
    settled: () => running,
  };
}
