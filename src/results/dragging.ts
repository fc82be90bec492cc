/** public/results/dragging.json: whether the page stays free while something on it is dragged. */
import * as z from 'zod/mini';
import { count, nonnegative, positive, positiveInt } from '../checks';

/** What one lab's control did to the page's main thread. */
const dragSchema = z.object({
  /** Id of the lab. */
  lab: z.string(),
  /** Accessible name of what was dragged. */
  control: z.string(),
  /** Moves of the pointer, and milliseconds that they took. */
  moves: positiveInt,
  ms: positive,
  /** Tasks of more than 50 ms, which is what the Long Tasks API tells of, and the longest of them; 0 where there was none. */
  longTasks: count,
  longestMs: nonnegative,
});
export type Drag = z.infer<typeof dragSchema>;

export const draggingSchema = z.object({
  command: z.string(),
  date: z.iso.date(),
  machine: z.object({ processor: z.string(), cores: positiveInt, chromium: z.string() }),
  backend: z.enum(['webgl', 'wasm', 'cpu']),
  drags: z.array(dragSchema).check(z.minLength(1)),
});
