/** The tools, and what a stroke with each does. */
import type { Rng } from '../../model/types';
import { copy, flip, type Patch, paint, paste, type Region, regionOf } from './edits';
import type { Stroke } from './PaintGrid';
import { entryOf, type PaintState } from './store';

export const TOOLS = ['brush', 'flip', 'pick', 'copy', 'paste'] as const;
export type Tool = (typeof TOOLS)[number];

/** What the copying tool has in hand. */
export interface Copying {
  /** The corner that stays while the other is moved. */
  readonly anchor: number | null;
  readonly region: Region | null;
  /** Whether the other corner has been chosen too; kept here, since a stroke is made anew after each of its steps. */
  readonly isComplete: boolean;
  readonly patch: Patch | null;
}

export const NOT_COPYING: Copying = { anchor: null, region: null, isComplete: false, patch: null };

interface Bench {
  readonly state: () => PaintState;
  readonly copying: Copying;
  readonly rng: Rng;
  setCopying(copying: Copying): void;
  choose(tool: Tool): void;
}

export function strokeOf(tool: Tool, { state, copying, rng, setCopying, choose }: Bench): Stroke {
  const { ground } = state();
  const grid = ground?.settings.grid ?? 1;
  const tokens = () => state().history.present.tokens;
  const still: Stroke = { begin() {}, move() {}, end() {} };
  switch (tool) {
    case 'brush':
      return {
        begin: (cell) => state().edit({ tokens: paint(tokens(), [cell], entryOf(state())) }),
        move: (cells) => state().amend({ tokens: paint(tokens(), cells, entryOf(state())) }),
        end() {},
      };
    case 'flip':
      return { ...still, begin: (cell) => state().edit({ tokens: flip(tokens(), cell, ground?.settings.codebook ?? 2, rng) }) };
    case 'pick':
      return {
        ...still,
        begin(cell) {
          state().pick(tokens()[cell] ?? 0);
          choose('brush');
        },
      };
    case 'paste':
      return { ...still, begin: (cell) => copying.patch && state().edit({ tokens: paste(tokens(), copying.patch, cell, grid) }) };
    case 'copy': {
      // By pointer the region is dragged out; by keyboard its two corners are two strokes of one cell.
      let { anchor, region, isComplete } = copying;
      return {
        begin(cell) {
          isComplete = anchor !== null;
          anchor ??= cell;
          region = regionOf(anchor, cell, grid);
          setCopying({ ...copying, anchor, region, isComplete });
        },
        move(cells) {
          const cell = cells.at(-1);
          if (anchor === null || cell === undefined) return;
          isComplete = true;
          region = regionOf(anchor, cell, grid);
          setCopying({ ...copying, anchor, region, isComplete });
        },
        end() {
          if (!isComplete || !region) return;
          setCopying({ ...NOT_COPYING, patch: copy(tokens(), region, grid) });
          choose('paste');
        },
      };
    }
  }
}
