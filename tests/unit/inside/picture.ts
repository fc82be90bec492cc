/** A drawing of the samples, as the page prepares it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { samplesSchema } from '../../../src/dataset/shipped-schema';
import type { RgbImage } from '../../../src/model/types';

const BYTES = 64 * 64 * 3;

const { concepts } = samplesSchema.parse(JSON.parse(readFileSync(join('public', 'samples', 'samples.json'), 'utf8')));
const [first] = concepts;
if (!first) throw new Error('no samples');
const drawings = inflateSync(readFileSync(join('public', 'samples', first.file)));

export const picture: RgbImage = { width: 64, height: 64, data: Uint8Array.from(drawings.subarray(0, BYTES)) };
