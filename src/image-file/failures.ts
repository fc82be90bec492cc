/** What can be wrong with a picture file that a reader brings, and what is worth telling about one that opens: closed unions, no texts. */
import type { ImageFormat } from './formats';

/** Where the file was to be opened: decides what a missing decoder is blamed on. */
export type DecodingPlace = 'browser' | 'shell';

/** What a file that is no image seems to hold, where its bytes tell. */
export type OtherContent = 'text' | 'pdf' | 'archive' | 'video';

/** Every expected reason to refuse a picture file; texts live in `text.ts`. */
export type ImportReason =
  | { readonly code: 'unreadable' }
  | { readonly code: 'empty' }
  | { readonly code: 'too-large'; readonly bytes: number }
  | { readonly code: 'not-an-image'; readonly content?: OtherContent }
  | { readonly code: 'truncated'; readonly format: ImageFormat }
  | { readonly code: 'broken'; readonly format: ImageFormat }
  | { readonly code: 'too-many-pixels'; readonly width: number; readonly height: number }
  | { readonly code: 'unsupported-format'; readonly format: ImageFormat; readonly place: DecodingPlace }
  | { readonly code: 'svg-external-reference'; readonly reference: string }
  | { readonly code: 'svg-too-complex' }
  | { readonly code: 'timed-out'; readonly seconds: number }
  | { readonly code: 'canvas-blocked' };

/** A refused file, as plain data: the reason, the file's name, and a decoder's own words where there are any. */
export type ImportFailure = ImportReason & { readonly name: string; readonly detail?: string };

/** Something the reader should know about a picture that was opened. */
export type ImportNotice =
  | { readonly code: 'first-frame' }
  | { readonly code: 'high-depth'; readonly bits: number }
  | { readonly code: 'cmyk' }
  | { readonly code: 'svg-script-ignored' }
  | { readonly code: 'svg-foreign-content-left-out' }
  | { readonly code: 'enlarged'; readonly width: number; readonly height: number }
  | { readonly code: 'canvas-altered' };

/** Raised while a file is looked into, by code that does not know its name; becomes an {@link ImportError}. */
export class Refusal extends Error {
  constructor(
    readonly reason: ImportReason,
    readonly detail?: string,
  ) {
    super(detail ?? reason.code);
  }
}

/** Raised when a picture file cannot be opened. */
export class ImportError extends Error {
  constructor(readonly failure: ImportFailure) {
    super(`${failure.code} (${failure.name})${failure.detail ? `: ${failure.detail}` : ''}`);
    this.name = 'ImportError';
  }
}
