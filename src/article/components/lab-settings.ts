/** What the text can ask a lab to show, or wait for it to show; by the names of the page's address. */

export interface LabSettings {
  /** 2 … 1024 or "inf"; as a condition also `>=512` and `<=16`, and of any setting `*`: whatever it is. */
  readonly k?: number | string;
  readonly grid?: 16 | 8;
  /** A hexcode, with or without `.artist`. */
  readonly sample?: string;
  readonly change?: string;
  /** In the change's own unit. */
  readonly strength?: number | string;
  readonly temperature?: number | string;
  readonly bias?: number | string;
  readonly positives?: 'diagonal' | 'concept';
  /** Asked for in words, or by a concept's hexcode. */
  readonly phrase?: string;
  readonly like?: string;
  /** Of the swap: how telling and drawing are measured. */
  readonly tell?: 'group' | 'balanced' | 'concept';
  readonly draw?: 'psnr' | 'ssim' | 'photos' | 'judge';
  /** Opens the decoder of the embedding, and moves it: `between.0.5`, or the dimension from 1 on, `17.-0.25`. */
  readonly decoder?: 'open';
  readonly move?: string;
  /** The steps of the encoders to be open, joined by hyphens; all others close. */
  readonly inside?: string;
}

/** As attributes that `src/reader/` finds: `data-set-k`, `data-lit-grid`. */
export const dataOf = (prefix: 'set' | 'lit', settings: LabSettings): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [`data-${prefix}-${name}`, String(value)]));
