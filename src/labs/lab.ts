/** What a lab is, and what the page lends it. A lab reaches the page only through its host. */
import type { ComponentType } from 'react';
import type { Change } from '../dataset/changes';
import type { RgbaImage } from '../dataset/prepare';
import type { EngineClient } from '../engine/client';
import type { Failure } from '../engine/errors';
import type { GenerationSettings } from '../engine/protocol';
import type { CodebookSize, GridSize, RgbImage } from '../model/types';

/** A drawing of the samples: a concept's hexcode, and the artist where one is meant. */
export interface SampleChoice {
  readonly concept: string;
  readonly artist?: string;
}

/** A batch of pairs: one drawn by a seed, or each drawing by name. */
export type BatchChoice =
  | { readonly seed: number; readonly size: 8 | 12 }
  | { readonly pairs: readonly Required<SampleChoice>[] };

/** What the address may say about a lab. Parameters that are absent leave the default. */
export interface SharedState {
  readonly sample?: SampleChoice;
  readonly k?: CodebookSize;
  readonly grid?: GridSize;
  /** Of the losses: whose similarities, at which temperature and bias, and what counts as a pair. */
  readonly batch?: BatchChoice;
  readonly temperature?: number;
  readonly bias?: number;
  readonly positives?: 'diagonal' | 'concept';
  /** Which change, and how strong in its own unit; of a redrawing, which of the other artists. */
  readonly change?: Change;
  readonly strength?: number;
  /** Tokens painted by hand, as the lab packs them. */
  readonly paint?: string;
  /** Which steps of the encoders are open and what is looked at in them, as the lab packs it. */
  readonly inside?: string;
  /** The image that halves are swapped with. */
  readonly partner?: SampleChoice;
  /** The entry that the brush paints, and the tool in hand. */
  readonly entry?: number;
  readonly tool?: 'brush' | 'flip' | 'pick' | 'copy';
  /** Of the embedding: whether its decoder is open, and where it is moved, as the lab writes it. */
  readonly decoder?: 'open';
  readonly move?: string;
  /** Of finding: the phrase typed, or the gallery's concept picked; the drawing lit on the maps; and the maps as the lab packs them. */
  readonly phrase?: string;
  readonly like?: string;
  readonly lit?: SampleChoice;
  readonly maps?: string;
  /** Of bits: how fidelity is measured, and over which pictures of the evaluation set. */
  readonly measure?: 'psnr' | 'ssim';
  readonly set?: 'heldOut' | 'photos';
  /** Of the swap: what is seen of the drawings, and how telling and drawing are measured. */
  readonly view?: 'drawing' | 'miss';
  readonly tell?: 'group' | 'balanced' | 'concept';
  readonly draw?: 'psnr' | 'ssim' | 'photos' | 'judge';
}

/** Some of it; what is undefined is no longer so. */
export type SharedChanges = { readonly [Key in keyof SharedState]?: SharedState[Key] | undefined };

/** An image of the reader's, decoded and upright. It stays in this page's memory. */
export interface OwnImage {
  readonly name: string;
  readonly image: RgbaImage;
  readonly hasTransparency: boolean;
}

/** A drawing of the samples, as the 64×64 pixels that the models read. */
export interface SamplePicture {
  readonly kind: 'sample';
  readonly concept: string;
  readonly artist: string;
  readonly image: RgbImage;
}

/** The reader's own picture, framed; never leaves the page. */
export interface OwnPicture {
  readonly kind: 'own';
  readonly name: string;
  readonly image: RgbImage;
}

export type Picture = SamplePicture | OwnPicture;

/** What every lab works on. An object stays the same as long as nothing in it changes. */
export interface Chosen {
  /** null until the first drawing has come. */
  readonly picture: Picture | null;
  readonly settings: GenerationSettings;
}

/** The one choice that all labs share: what is chosen in one stays chosen in the next. */
export interface SharedChoice {
  /** The settings that the page was opened with: those of which the address spoke. */
  readonly first: GenerationSettings;
  get(): Chosen;
  /** Calls `listener` after every change. @returns how to stop listening */
  subscribe(listener: () => void): () => void;
  /** Shows a picture, and names it in the address where it is a sample. */
  show(picture: Picture): void;
  /** Shows the picture that the page begins with, of which the address need not tell. */
  begin(picture: Picture): void;
  /** Chooses codebook or grid, and says so in the address. */
  choose(settings: Partial<GenerationSettings>): void;
}

/** What else is known of a file that is opened. */
export interface ImportCircumstances {
  /** Whether the reader still waits for this file: of one that was overtaken nothing is told. */
  isWanted(): boolean;
  /** Files that came with it and are not opened. */
  readonly others: number;
}

export interface LabHost {
  /** The picture and the settings, shared by all labs. */
  readonly chosen: SharedChoice;
  /** The page's one engine; loaded at the first call. */
  engine(): Promise<EngineClient>;
  /** Calls `listener` whenever the engine becomes ready, at once if it is. @returns how to stop listening */
  onEngineReady(listener: () => void): () => void;
  /** What the address said when the page was opened. */
  readonly opened: SharedState;
  /** Writes into the address what the reader chose; `undefined` removes a parameter. */
  share(changes: SharedChanges): void;
  /** Calls `listener` with what the text asks a lab to show. @returns how to stop listening */
  onAsked(listener: (asked: SharedState) => void): () => void;
  /** Tells what the lab is asked to show, so that the text can light up what speaks of it. */
  tell(state: SharedChanges): void;
  /**
   * Tells the reader that these values of `opened` name nothing, such as a concept that nobody drew, and takes them out of the
   * address. The lab goes on with its defaults. Tells of a parameter once, however often it is rejected.
   */
  reject(values: SharedState): void;
  /** Tells the reader of a failure and offers to try again. @returns how to withdraw it, once it no longer holds */
  report(failure: Failure, tryAgain: () => void): () => void;
  /** Decodes a file of the reader's. Where that fails the reader has been told, and the answer is null; so it is once no longer wanted. */
  importImage(source: Blob, name: string, circumstances: ImportCircumstances): Promise<OwnImage | null>;
  /** Address of a file in `public/`, such as `samples/samples.json`. */
  fileUrl(path: string): string;
}

export interface LabProps {
  readonly host: LabHost;
}

/** An entry of the registry. `load` fetches the lab's own chunk. */
export interface Lab {
  readonly id: string;
  load(): Promise<{ readonly default: ComponentType<LabProps> }>;
}
