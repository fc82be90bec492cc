/** Writes the decoders that the page offers, those of the first seed, with the manifest that every model has and the hash of their encoder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRng } from '../../src/dataset/rng';
import { untrainedTower, valuesSha256 } from '../../src/model/decoder/codes';
import { decoderConfig } from '../../src/model/decoder/config';
import type { ContrastiveManifest, FrozenEncoder, VqvaeManifest } from '../../src/model/manifest';
import { decoderId, groupSpecs } from '../../src/model/registry';
import { SWAP_CODES, type SwapCode } from '../../src/model/types';
import { encodeWeights, parseDecoderManifest, weightGroup } from '../../src/model/weights';
import { rounded } from '../export';
import { toFloat16 } from '../stored-weights';
import { CODEBOOK, codeShapes, type FrozenModels } from './codes';
import { decodersFolder, type Outcome, seedPath } from './run';
import { loadStage, partOf } from './stage';
import { summaryOf } from './summary';

export interface ExportRequest {
  readonly outcome: Outcome;
  readonly models: Pick<FrozenModels, 'contrastive' | 'vqvae-8' | 'vqvae-16'>;
  readonly manifests: { readonly contrastive: ContrastiveManifest; readonly 'vqvae-8': VqvaeManifest };
  readonly trial: boolean;
  /** Folder of the models. */
  readonly folder: string;
}

/** Likeness of the drawings on each set, as `psnr/heldOut`. */
function figuresOf({ seeds }: Outcome, code: SwapCode, stored: boolean): Record<string, number> {
  const [shipped] = seeds;
  const sets = (['heldOut', 'photos'] as const).map((set) => {
    const { likeness } = summaryOf(shipped?.summaries ?? [], code, set, stored);
    return { [`psnr/${set}`]: likeness.psnr, [`ssim/${set}`]: likeness.ssim };
  });
  return rounded(Object.assign({}, ...sets) as Record<string, number>);
}

function encoderOf(code: SwapCode, seed: number, { models, manifests }: ExportRequest): FrozenEncoder {
  if (code === 'tokens')
    return { model: 'vqvae-8', sha256: weightGroup(manifests['vqvae-8'], 'weights').sha256, codebook: CODEBOOK };
  if (code === 'random-grid') {
    const tower = untrainedTower(models.contrastive.config, createRng(seed));
    return { model: 'untrained', sha256: valuesSha256(tower), seed };
  }
  return { model: 'contrastive', sha256: weightGroup(manifests.contrastive, 'image').sha256 };
}

/**
 * One folder for each decoder.
 * @returns folder and bytes of each
 * @throws Error where the checkpoint of the first seed is gone
 */
export function exportDecoders(request: ExportRequest): { readonly id: string; readonly bytes: number }[] {
  const { outcome, models, trial, folder } = request;
  const { plan } = outcome;
  const seed = outcome.seeds[0]?.seed ?? 0;
  const path = seedPath(decodersFolder(trial), seed);
  const snapshot = loadStage(path, `seed ${seed}`, plan);
  if (!snapshot) throw new Error(`${path} is missing or of another run: remove measured.json beside it and run again`);
  const shapes = codeShapes(models);
  return SWAP_CODES.map((code) => {
    const id = decoderId(code);
    const config = decoderConfig(shapes[code]);
    const { params, buffers } = partOf(snapshot, code);
    const specs = groupSpecs({ family: 'decoder', config }).weights ?? [];
    const { group, bytes } = encodeWeights('weights', 'weights.bin', specs, { ...params, ...buffers }, 'float16', toFloat16);
    const manifest = parseDecoderManifest({
      format: 1,
      family: 'decoder',
      id,
      config,
      encoder: encoderOf(code, seed, request),
      training: {
        command: `npm run train:decoders${trial ? ' -- --smoke' : ''}`,
        seed,
        steps: snapshot.step,
        batch: plan.batch,
        imagesSeen: snapshot.step * plan.batch,
        workers: plan.workers,
        learningRate: plan.learningRate,
        settings: { statistics: plan.statistics },
        dataSha256: plan.data.data,
        splitSha256: plan.data.split,
      },
      weightsManifest: [group],
      metrics: { stored: figuresOf(outcome, code, true), float32: figuresOf(outcome, code, false) },
    });
    mkdirSync(join(folder, id), { recursive: true });
    writeFileSync(join(folder, id, 'weights.bin'), bytes);
    writeFileSync(join(folder, id, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    return { id, bytes: bytes.length };
  });
}
