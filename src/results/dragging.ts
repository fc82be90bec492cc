/** public/results/dragging.json: whether the page stays free while something on it is dragged. */
import { z } from 'zod';

/** What one lab's control did to the page's main thread. */
const dragSchema = z.object({
  /** Id of the lab. */
  lab: z.string(),
  /** Accessible name of what was dragged. */
  control: z.string(),
  /** Moves of the pointer, and milliseconds that they took. */
  moves: z.int().positive(),
  ms: z.number().positive(),
  /** Tasks of more than 50 ms, which is what the Long Tasks API tells of, and the longest of them; 0 where there was none. */
  longTasks: z.int().nonnegative(),
  longestMs: z.number().nonnegative(),
});
export type Drag = z.infer<typeof dragSchema>;

export const draggingSchema = z.object({
  command: z.string(),
  date: z.iso.date(),
  machine: z.object({ processor: z.string(), cores: z.int().positive(), chromium: z.string() }),
  backend: z.enum(['webgl', 'wasm', 'cpu']),
  drags: z.array(dragSchema).min(1),
});
