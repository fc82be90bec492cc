/** What a lab is, and what the page lends it. A lab reaches the page only through its host. */
import type { ComponentType } from 'react';
import type { RgbaImage } from '../dataset/prepare';
import type { EngineClient } from '../engine/client';
import type { Failure } from '../engine/errors';
import type { CodebookSize, GridSize } from '../model/types';

/** A drawing of the samples: a concept's hexcode, and the artist where one is meant. */
export interface SampleChoice {
  readonly concept: string;
  readonly artist?: string;
}

/** What the address may say about a lab. Parameters that are absent leave the default. */
export interface SharedState {
  readonly sample?: SampleChoice;
  readonly k?: CodebookSize;
  readonly grid?: GridSize;
}

/** An image of the reader's, decoded and upright. It stays in this page's memory. */
export interface OwnImage {
  readonly name: string;
  readonly image: RgbaImage;
  readonly hasTransparency: boolean;
}

export interface LabHost {
  /** The page's one engine; loaded at the first call. */
  engine(): Promise<EngineClient>;
  /** Calls `listener` whenever the engine becomes ready, at once if it is. @returns how to stop listening */
  onEngineReady(listener: () => void): () => void;
  /** What the address said when the page was opened. */
  readonly opened: SharedState;
  /** Writes into the address what the reader chose; `undefined` removes a parameter. */
  share(changes: { readonly [Key in keyof SharedState]?: SharedState[Key] | undefined }): void;
  /** Tells the reader that the address named a sample that does not exist. */
  rejectSample(sample: SampleChoice): void;
  /** Tells the reader of a failure and offers to try again. @returns how to withdraw it, once it no longer holds */
  report(failure: Failure, tryAgain: () => void): () => void;
  /** Decodes a file of the reader's. Where that fails the reader has been told, and the answer is null. */
  importImage(source: Blob, name: string): Promise<OwnImage | null>;
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
