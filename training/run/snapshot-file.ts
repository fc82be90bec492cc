/** Trainer snapshots in one file that is replaced at once, under a header that says what run they belong to. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { sizeOf } from '../../src/model/params';
import type { TrainerSnapshot } from '../../src/model/trainer';
import type { NamedArray, ParamArrays } from '../../src/model/types';

const SECTIONS = ['params', 'first', 'second', 'buffers'] as const;
type Section = (typeof SECTIONS)[number];

const headerSchema = z.object({
  options: z.unknown(),
  step: z.int(),
  arrays: z.array(z.object({ section: z.enum(SECTIONS), name: z.string(), shape: z.array(z.int()) })),
});

/** Bytes of the little-endian header length that opens the file. */
const LENGTH_BYTES = 4;

/** A snapshot and the options of its run. */
export interface Saved<Options> {
  readonly options: Options;
  readonly snapshot: TrainerSnapshot;
}

/** Writes beside the old file, then replaces it, so that an interrupted write loses nothing. */
export function saveSnapshot<Options>(path: string, { options, snapshot }: Saved<Options>): void {
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

/** The header and where it ends. Throws where the file is shorter, or begins otherwise. */
function readHeader(path: string, file: Buffer): { header: z.infer<typeof headerSchema>; end: number } {
  const end = file.length < LENGTH_BYTES ? Number.POSITIVE_INFINITY : LENGTH_BYTES + file.readUInt32LE(0);
  if (end > file.length) throw new Error(`${path} is cut short, or no checkpoint`);
  try {
    return { header: headerSchema.parse(JSON.parse(file.subarray(LENGTH_BYTES, end).toString('utf8'))), end };
  } catch (cause) {
    throw new Error(`${path} is no checkpoint`, { cause });
  }
}

/** Throws with the file's name where it is missing, cut short or something else, and where its options are not of the schema. */
export function loadSnapshot<Options>(path: string, optionsSchema: z.ZodMiniType<Options>): Saved<Options> {
  if (!existsSync(path)) throw new Error(`no checkpoint at ${path}`);
  const file = readFileSync(path);
  const { header, end } = readHeader(path, file);
  const sections: Record<Section, Record<string, NamedArray>> = { params: {}, first: {}, second: {}, buffers: {} };
  let offset = end;
  for (const { section, name, shape } of header.arrays) {
    const bytes = sizeOf(shape) * Float32Array.BYTES_PER_ELEMENT;
    if (offset + bytes > file.length) throw new Error(`${path} is cut short`);
    sections[section][name] = {
      shape,
      values: new Float32Array(file.buffer.slice(file.byteOffset + offset, file.byteOffset + offset + bytes)),
    };
    offset += bytes;
  }
  return {
    options: optionsSchema.parse(header.options),
    snapshot: { step: header.step, ...(sections satisfies Record<Section, ParamArrays>) },
  };
}
