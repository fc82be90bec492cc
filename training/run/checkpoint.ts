/** Checkpoints: everything a run needs to go on exactly, in one file that is replaced at once. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { sizeOf } from '../../src/model/params';
import type { TrainerSnapshot } from '../../src/model/trainer';
import type { NamedArray, ParamArrays } from '../../src/model/types';
import { type RunOptions, runOptionsSchema } from './options';

const SECTIONS = ['params', 'first', 'second', 'buffers'] as const;
type Section = (typeof SECTIONS)[number];

const headerSchema = z.object({
  options: runOptionsSchema,
  step: z.number().int(),
  arrays: z.array(z.object({ section: z.enum(SECTIONS), name: z.string(), shape: z.array(z.number().int()) })),
});

/** Bytes of the little-endian header length that opens the file. */
const LENGTH_BYTES = 4;

export interface Checkpoint {
  readonly options: RunOptions;
  readonly snapshot: TrainerSnapshot;
}

/** Where a run keeps its checkpoint; runs for one codebook size alone are kept apart. */
export const checkpointPath = (folder: string, { model, only }: Pick<RunOptions, 'model' | 'only'>): string =>
  join(folder, `${model}${only === undefined ? '' : `-only-${only}`}.ckpt`);

/** Writes beside the old file, then replaces it, so that an interrupted write loses nothing. */
export function saveCheckpoint(path: string, { options, snapshot }: Checkpoint): void {
  const arrays = SECTIONS.flatMap((section) =>
    Object.entries(snapshot[section]).map(([name, array]) => ({ section, name, ...array })),
  );
  const header = Buffer.from(
    JSON.stringify({
      options,
      step: snapshot.step,
      arrays: arrays.map(({ section, name, shape }) => ({ section, name, shape })),
    }),
  );
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  const bodies = arrays.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, Buffer.concat([length, header, ...bodies]));
  renameSync(`${path}.part`, path);
}

/** Throws with the file's name where it is missing or is no checkpoint. */
export function loadCheckpoint(path: string): Checkpoint {
  if (!existsSync(path)) throw new Error(`no checkpoint at ${path}`);
  const file = readFileSync(path);
  const body = LENGTH_BYTES + file.readUInt32LE(0);
  const header = headerSchema.parse(JSON.parse(file.subarray(LENGTH_BYTES, body).toString('utf8')));
  const sections: Record<Section, Record<string, NamedArray>> = { params: {}, first: {}, second: {}, buffers: {} };
  let offset = body;
  for (const { section, name, shape } of header.arrays) {
    const bytes = sizeOf(shape) * Float32Array.BYTES_PER_ELEMENT;
    if (offset + bytes > file.length) throw new Error(`${path} is cut short`);
    sections[section][name] = {
      shape,
      values: new Float32Array(file.buffer.slice(file.byteOffset + offset, file.byteOffset + offset + bytes)),
    };
    offset += bytes;
  }
  return { options: header.options, snapshot: { step: header.step, ...(sections satisfies Record<Section, ParamArrays>) } };
}
