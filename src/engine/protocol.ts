/**
 * What the page and the engine's worker say to each other: read this first.
 * Everything here is structured-cloneable; typed arrays are transferred, tensors never cross.
 */
import type { CodebookSize, GridSize, Language, RgbImage, SwapCode } from '../model/types';
import type { Failure } from './errors';
import type { Trace } from './trace';

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

/** An image as the same small decoder draws it from one frozen code. */
export interface SwapDrawing {
  readonly code: SwapCode;
  readonly decoder: ModelIdentity;
  /** The frozen encoder; 'untrained' is made from a seed. */
  readonly encoder: ModelIdentity;
  /** Decoded image, 0..255. [64·64·3] */
  readonly reconstruction: Uint8Array;
  readonly metrics: Omit<ReconstructionMetrics, 'codesUsed'>;
}

export interface Encoding {
  readonly understanding: UnderstandingResult;
  readonly generation: GenerationResult;
}

/** The codes of an image that is not the current one. */
export interface ImageCodes {
  /** Unit vector. [E] */
  readonly embedding: Float32Array;
  /** Token ids, row-major; empty when codebook is 'inf'. [G·G] */
  readonly tokens: Uint16Array;
  /** Encoder output per cell in code space. [G·G·D] */
  readonly latents: Float32Array;
}

/** Both codes of several images at once, at the same settings. */
export interface ManyCodes extends GenerationSettings {
  readonly models: { readonly understanding: ModelIdentity; readonly generation: ModelIdentity };
  /** In the order of the images. */
  readonly images: readonly ImageCodes[];
  /** Codebook entries; empty when codebook is 'inf'. [K·D] */
  readonly entries: Float32Array;
  readonly codeDim: number;
}

/** Pictures decoded from codes that no image need have had. */
export interface Drawings extends GenerationSettings {
  readonly model: ModelIdentity;
  /** In the order of the codes, 0..255. [64·64·3] each */
  readonly drawings: readonly Uint8Array[];
}

/** Pictures that the pooled embedding's decoder makes of vectors. */
export interface VectorDrawings {
  readonly model: ModelIdentity;
  /** In the order of the vectors, 0..255. [64·64·3] each */
  readonly drawings: readonly Uint8Array[];
}

/** A phrase as text tower and lexicon read it, held against the gallery. */
export interface PhraseRanking {
  /** The image tower in whose space the phrase's vector lies. */
  readonly model: ModelIdentity;
  /** Hashes of the weights that read it. */
  readonly readers: { readonly text: string; readonly lexicon: string };
  /** In order, as the tower splits them: Chinese by character. */
  readonly words: readonly {
    readonly word: string;
    /** By text tower or lexicon. */
    readonly isKnown: boolean;
    /** Whether the text tower was trained on it. */
    readonly isTaught: boolean;
  }[];
  /** How many words that it was taught the tower reads at most; those after them the lexicon alone reads. */
  readonly limit: number;
  /** What the tower alone makes of the words it was taught, of unit length; null where there are none. [E] */
  readonly vector: Float32Array | null;
  /** Cosine of what tower and lexicon say together with each drawing of the gallery; null where no word is known. [R] */
  readonly embedding: Float32Array | null;
}

/** How like an image each drawing of the gallery is, by each of the image's codes, in the order of the gallery's concepts. [R] each */
export interface GalleryRanking {
  readonly models: { readonly understanding: ModelIdentity; readonly generation: ModelIdentity };
  readonly grid: GridSize;
  readonly codebook: CodebookSize;
  /** Cosine of the embeddings, and with the captions of the language asked for. */
  readonly embedding: Float32Array;
  readonly captions: Float32Array;
  /** Bhattacharyya coefficient of the histograms of tokens: 1 for the same tokens in any order, 0 for none in common. */
  readonly tokens: Float32Array;
  /** Correlation of the mean colours of coarse cells. */
  readonly pixels: Float32Array;
}

/** The same for a drawing of the gallery itself. */
export type DrawingRanking = Pick<GalleryRanking, 'models' | 'embedding' | 'tokens' | 'pixels'>;

/** How like an image a drawing of it is. */
export type Likeness = Pick<ReconstructionMetrics, 'psnr' | 'ssim'>;

/** What to decode: token ids [G·G], or, as floats, vectors of code space [G·G·D]. With 'inf' there are only vectors. */
export type DrawableCode = Uint16Array | Float32Array;

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
export type EngineEvent =
  /** `isFetching` while it waits for what it needs from the site: that may take as long as something comes. */
  | { readonly kind: 'stage'; readonly stage: StartStage; readonly isFetching: boolean }
  /** A piece of some file came; told now and then. */
  | { readonly kind: 'news' }
  | { readonly kind: 'context-lost' };

/**
 * Methods the worker exposes (carried by comlink). Each rejects with an `EngineError` carrying a `Failure`.
 * `encode` makes its image the current one; `regenerate` redraws the current image at other settings.
 * `codes` and `draw` leave the current image as it is. Each is one pass with one readback, and a count of images or codes that
 * was not asked for before costs a shader: ask for the same count while a slider moves.
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
  /** An image drawn back from every code that a small decoder is shipped for, in the order of `SWAP_CODES`; the current image stays. */
  swap(image: RgbImage): Promise<readonly SwapDrawing[]>;
  /** How like an image the drawings and captions of the gallery are, by each of its codes; the current image stays. */
  rank(image: RgbImage, grid: GridSize, language: Language): Promise<GalleryRanking>;
  /** Both codes of several images. */
  codes(images: readonly RgbImage[], settings: GenerationSettings): Promise<ManyCodes>;
  /** Decodes several codes, at least one. */
  draw(codes: readonly DrawableCode[], settings: GenerationSettings): Promise<Drawings>;
  /** Draws vectors of the embedding's space, at least one; the decoder is fetched at the first call. [E] each */
  drawVectors(vectors: readonly Float32Array[]): Promise<VectorDrawings>;
  /** How near a phrase the gallery's drawings are; text tower and lexicon are fetched at the first call. */
  phrase(text: string): Promise<PhraseRanking>;
  /** How like one of the gallery's drawings the others are. */
  rankRow(row: number, grid: GridSize): Promise<DrawingRanking>;
  /** One image drawn back at each of several settings, in their order; the current image stays. */
  sweep(image: RgbImage, settings: readonly GenerationSettings[]): Promise<readonly GenerationResult[]>;
  /** How like an image each of several drawings is, in their order. [64·64·3] each */
  likeness(original: Uint8Array, drawings: readonly Uint8Array[]): Promise<readonly Likeness[]>;
  /** What both encoders make of an image on the way; the current image stays. */
  trace(image: RgbImage, settings: GenerationSettings): Promise<Trace>;
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
