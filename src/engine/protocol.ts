/**
 * What the page and the engine's worker say to each other: read this first.
 * Everything here is structured-cloneable; typed arrays are transferred, tensors never cross.
 */
import type { CodebookSize, GridSize, Language, RgbImage } from '../model/types';
import type { Failure } from './errors';

export const BACKENDS = ['webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof BACKENDS)[number];

/** One rung of the ladder as it was tried. */
export interface BackendAttempt {
  readonly backend: BackendName;
  readonly outcome: 'chosen' | 'slower' | 'unavailable' | 'wrong-answer' | 'timed-out';
  /** Median milliseconds of the probe's forward pass, when it ran. */
  readonly probeMs?: number;
  readonly detail?: string;
}

export interface EngineInfo {
  readonly backend: BackendName;
  readonly attempts: readonly BackendAttempt[];
  /** Set when the URL forced this backend. */
  readonly forced: boolean;
  /** Median milliseconds of one full encoding after warm-up. */
  readonly encodeMs: number;
  readonly models: Readonly<Record<string, { readonly sha256: string }>>;
}

/** A model by id, and the SHA-256 of the weights that were used. */
export interface ModelIdentity {
  readonly id: string;
  readonly sha256: string;
}

export interface NearestConcept {
  /** Index into the gallery. */
  readonly index: number;
  /** CLDR hexcode of the concept. */
  readonly concept: string;
  readonly artist: string;
  readonly cosine: number;
}

export interface CaptionMatch {
  readonly concept: string;
  readonly text: string;
  readonly lang: Language;
  readonly cosine: number;
}

export interface UnderstandingResult {
  readonly model: ModelIdentity;
  /** Unit vector. [128] */
  readonly embedding: Float32Array;
  /** Attention of the pooling head over the patches, averaged over heads, sums to 1. [attentionSide²] */
  readonly attention: Float32Array;
  readonly attentionSide: number;
  readonly nearest: readonly NearestConcept[];
  readonly captions: readonly CaptionMatch[];
}

export interface GenerationResult {
  readonly model: ModelIdentity;
  readonly grid: GridSize;
  readonly codebook: CodebookSize;
  /** Token ids, row-major; empty when codebook is 'inf'. [G·G] */
  readonly tokens: Uint16Array;
  /** Encoder output per cell in code space. [G·G·D] */
  readonly latents: Float32Array;
  /** Codebook entries; empty when codebook is 'inf'. [K·D] */
  readonly entries: Float32Array;
  readonly codeDim: number;
  /** Decoded image, 0..255. [64·64·3] */
  readonly reconstruction: Uint8Array;
  readonly metrics: ReconstructionMetrics;
}

export interface ReconstructionMetrics {
  /** dB over 8-bit RGB; null when the images are identical (infinite). */
  readonly psnr: number | null;
  readonly ssim: number;
  /** G²·log2 K, or G²·D·32 for 'inf'. */
  readonly bitsPerImage: number;
  /** Distinct entries used by this image; null for 'inf'. */
  readonly codesUsed: number | null;
}

export interface GenerationSettings {
  readonly grid: GridSize;
  readonly codebook: CodebookSize;
}

export interface Encoding {
  readonly understanding: UnderstandingResult;
  readonly generation: GenerationResult;
}

export interface WorkerOptions {
  /** Absolute URL of the folder that holds models/, gallery/ and wasm/. */
  readonly baseUrl: string;
  /** Force a backend, as `?backend=` asks. */
  readonly backend?: BackendName;
  /** Token grid whose model is loaded and warmed up at the start; the other one follows at idle. */
  readonly grid: GridSize;
  /** Language whose captions are fetched at the start; without it, at the first encoding. */
  readonly language?: Language;
  /** Rungs not to try again: they hung or failed in an earlier worker. */
  readonly skip: readonly BackendAttempt[];
  /** A Web Lock the worker holds while it lives, so that its silent end is noticed. */
  readonly lifeLock?: string;
}

/** What a start is busy with; each has its own time limit. */
export type StartStage = BackendName | 'weights' | 'warm-up';

/** What the worker says of itself between answers. */
export type EngineEvent = { readonly kind: 'stage'; readonly stage: StartStage } | { readonly kind: 'context-lost' };

/**
 * Methods the worker exposes (carried by comlink). Each rejects with an `EngineError` carrying a `Failure`.
 * `encode` makes its image the current one; `regenerate` redraws the current image at other settings.
 */
export interface EngineApi {
  start(options: WorkerOptions, tell: (event: EngineEvent) => void): Promise<EngineInfo>;
  /** Opens a backend again after a lost context and uploads the weights kept on the CPU; the current image stays. */
  restore(): Promise<EngineInfo>;
  /** Answers at once when the worker is alive and not computing. */
  ping(): Promise<void>;
  encode(image: RgbImage, settings: GenerationSettings, language: Language): Promise<Encoding>;
  regenerate(settings: GenerationSettings): Promise<GenerationResult>;
  captions(language: Language): Promise<readonly CaptionMatch[]>;
  /** Squared distances of one cell's latent to every entry at the current settings. [K] */
  distances(cell: number): Promise<Float32Array>;
  /** For tests and the status line. */
  memory(): Promise<EngineMemory>;
}

export interface EngineMemory {
  readonly numTensors: number;
  readonly numBytes: number;
  /** Shader programs compiled since the backend was opened; 0 off WebGL. */
  readonly programs: number;
}

/** What the client tells its listeners. */
export type EngineStatus =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly info: EngineInfo }
  | { readonly state: 'recovering'; readonly cause: Failure }
  | { readonly state: 'failed'; readonly failure: Failure };
