/** The README's section of figures, written from the models' manifests so that none is typed by hand. */
import type { AnyManifest, Sharing } from '../../src/model/manifest';
import { CODEBOOK_SIZES, type CodebookSize, GRID_SIZES, type GridSize, type Language } from '../../src/model/types';
import type { E4, Point } from '../../src/results/e4';
import type { Reproduction } from '../../src/results/reproduce';
import { duration } from '../reproduce/time-left';
import type { PublishedManifests } from './read-manifests';

const SECTION_START = '<!-- figures: written by `npm run figures` -->';
const SECTION_END = '<!-- end of figures -->';

type Manifests = PublishedManifests;

/** A figure of the weights as stored. Throws when the manifest does not have it. */
function figure({ id, metrics }: Pick<AnyManifest, 'id' | 'metrics'>, name: string): number {
  const value = metrics.stored[name];
  if (value === undefined) throw new Error(`the manifest of ${id} has no figure ${name}`);
  return value;
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

const sizeName = (size: CodebookSize) => (size === 'inf' ? '∞' : String(size));
const bits = (grid: GridSize, size: CodebookSize) => (size === 'inf' ? '–' : (grid ** 2 * Math.log2(size)).toLocaleString('en'));
const vqvae = (manifests: Manifests, grid: GridSize) => manifests[`vqvae-${grid}`];

function reconstruction(manifests: Manifests): string {
  const head = [
    'Codebook',
    ...GRID_SIZES.flatMap((grid) => [`${grid}×${grid}: bits`, 'drawings, dB', 'photographs, dB', 'entries used, %']),
  ];
  const cells = (grid: GridSize, size: CodebookSize) => {
    const of = (name: string, digits: number) => figure(vqvae(manifests, grid), name).toFixed(digits);
    const used = size === 'inf' ? '–' : (100 * figure(vqvae(manifests, grid), `usage/${size}`)).toFixed(0);
    return [bits(grid, size), of(`psnr/${size}/heldOut`, 2), of(`psnr/${size}/photos`, 2), used];
  };
  return table(
    head,
    CODEBOOK_SIZES.map((size) => [sizeName(size), ...GRID_SIZES.flatMap((grid) => cells(grid, size))]),
  );
}

function retrieval({ contrastive, lexicon }: Manifests): string {
  const percent = (name: string) => figure(contrastive, name).toFixed(1);
  const drawings = (prefix: string) => [percent(`${prefix}/r1`), percent(`${prefix}/r5`)];
  const pair = (prefix: string) => [percent(`${prefix}/twemoji→noto/r1`), '–'];
  const captions = (manifest: Pick<AnyManifest, 'id' | 'metrics'>, language: Language) =>
    ['heldOutR1', 'heldOutR5'].map((name) => figure(manifest, `caption/${language}/${name}`).toFixed(1));
  const trained = (whose: string, language: Language) =>
    [
      [`${whose} caption of a trained concept, drawings by the artist never seen`, lexicon] as const,
      ['the same, the text tower without the lexicon', contrastive] as const,
    ].map(([what, manifest]) => [what, figure(manifest, `caption/${language}/trainR1`).toFixed(1), '–']);
  return table(
    ['Asked', 'first answer right, %', 'among the first five, %'],
    [
      ['a held-out concept by one artist, answers by another', ...drawings('retrieval/heldOutConcepts')],
      ['the same, comparing pixels', ...drawings('retrieval/heldOutConcepts/pixels')],
      ['of these, twemoji’s drawings, answers by noto', ...pair('retrieval/heldOutConcepts')],
      ['the same, comparing pixels', ...pair('retrieval/heldOutConcepts/pixels')],
      ['a concept by the artist never seen, answers by another', ...drawings('retrieval/unseenArtist')],
      ['the same, comparing pixels', ...drawings('retrieval/unseenArtist/pixels')],
      ['a concept by the artist never seen, answers by all others at once', ...drawings('retrieval/unseenArtist/allKnown')],
      ['the same, comparing pixels', ...drawings('retrieval/unseenArtist/pixels/allKnown')],
      ['an English caption, held-out drawings', ...captions(lexicon, 'en')],
      ['the same, the text tower without the lexicon', ...captions(contrastive, 'en')],
      ['a Chinese caption, held-out drawings', ...captions(lexicon, 'zh')],
      ['the same, the text tower without the lexicon', ...captions(contrastive, 'zh')],
      ...trained('an English', 'en'),
      ...trained('a Chinese', 'zh'),
    ],
  );
}

/** How far storing the weights in fewer bits moved the figures whose names begin so. */
const movesOf = ({ metrics: { stored, float32 } }: Pick<AnyManifest, 'metrics'>, ...prefixes: readonly string[]): number[] =>
  Object.keys(stored)
    .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))
    .map((name) => Math.abs(stored[name]! - float32[name]!));

/** The largest of some numbers, rounded up to so many decimals, since it is said not to be passed. */
function atMost(values: readonly number[], decimals: number): string {
  const unit = 10 ** decimals;
  return (Math.ceil(unit * Math.max(...values)) / unit).toFixed(decimals);
}

/** The size at which the bars were set, and the baselines are told. */
const COMPARED_SIZE = 512;

/** The same bits spent otherwise, on drawings and on photographs; what not every picture fits has no figure. */
function baselines({ figures: { points } }: E4): readonly string[] {
  const found = GRID_SIZES.map((grid) => points.find((point) => point.grid === grid && point.codebook === COMPARED_SIZE));
  if (!found.every((point) => point?.baselines)) return [];
  const compared = found as (Point & { readonly baselines: NonNullable<Point['baselines']> })[];
  type Of = (point: (typeof compared)[number], set: 'heldOut' | 'photos') => number | null;
  const line = (name: string, of: Of) => [
    name,
    ...compared.flatMap((point) => (['heldOut', 'photos'] as const).map((set) => of(point, set)?.toFixed(2) ?? '–')),
  ];
  const file = (format: 'jpeg' | 'webp'): Of => {
    return ({ baselines: each }, set) => (each[format][set].fits === 1 ? (each[format][set].quality?.psnr.mean ?? null) : null);
  };
  const unseen = compared.map(({ grid, vqvae: { unseenArtist } }) => `${unseenArtist.psnr.mean.toFixed(2)} at ${grid}×${grid}`);
  return [
    `The same bits spent otherwise, at ${COMPARED_SIZE} entries, dB. k-means on patches, PCA and thumbnails are fitted to training pictures; files count without their headers, and only where every picture fits. The VQ-VAE's choices were made with these pictures in view, which favours it.`,
    '',
    table(
      ['', ...compared.flatMap(({ grid }) => [`${grid}×${grid}: drawings`, 'photographs'])],
      [
        line('VQ-VAE', ({ vqvae: own }, set) => own[set].psnr.mean),
        line('k-means', ({ baselines: { kMeans } }, set) => kMeans[set].psnr.mean),
        line('PCA', ({ baselines: { pca } }, set) => pca[set].psnr.mean),
        line('thumbnail', ({ baselines: { thumbnail } }, set) => thumbnail[set].psnr.mean),
        line('JPEG', file('jpeg')),
        line('WebP', file('webp')),
      ],
    ),
    '',
    `Of the drawings, those by the artist never seen come to ${unseen.join(' and ')}.`,
    '',
  ];
}

/** What storing the weights in fewer bits cost at most. */
function storageCost(manifests: Manifests): string {
  const psnr = GRID_SIZES.flatMap((grid) => movesOf(vqvae(manifests, grid), 'psnr/'));
  const recall = [...movesOf(manifests.contrastive, 'retrieval/', 'caption/'), ...movesOf(manifests.lexicon, 'caption/')];
  return `Storing the weights in fewer bits moves no PSNR by more than ${atMost(psnr, 3)} dB and no recall by more than ${atMost(recall, 1)} percentage points.`;
}

/** One network beside those for a size alone, a line a size. @param what they are */
function sharingTable(what: string, compared: readonly (Sharing & { readonly grid: GridSize })[]): readonly string[] {
  if (compared.length === 0) return [];
  const runs = compared
    .map(({ grid, steps, batch }) => `${grid}×${grid}: ${steps.toLocaleString('en')} steps of ${batch} pictures`)
    .join('; ');
  const sizes = [...new Set(compared.flatMap(({ psnr }) => psnr.map(({ codebook }) => codebook)))].sort((a, b) => a - b);
  const cells = (size: number) =>
    compared.flatMap(({ psnr }) => {
      const found = psnr.find(({ codebook }) => codebook === size);
      return [found?.shared.toFixed(2) ?? '–', found?.alone.toFixed(2) ?? '–'];
    });
  return [
    `${what} (${runs}):`,
    '',
    table(
      ['Codebook', ...compared.flatMap(({ grid }) => [`${grid}×${grid}: shared`, 'alone'])],
      sizes.map((size) => [String(size), ...cells(size)]),
    ),
    '',
  ];
}

/** What it costs that one network serves all codebook sizes, where that was measured; else nothing. */
function sharing(manifests: Manifests): readonly string[] {
  const of = (key: 'sharing' | 'publishedSharing') =>
    GRID_SIZES.flatMap((grid) => {
      const manifest = vqvae(manifests, grid);
      const compared = manifest.family === 'vqvae' ? manifest[key] : undefined;
      return compared ? [{ grid, ...compared }] : [];
    });
  const beside = 'Held-out drawings, dB, beside networks for one size alone, trained for as many steps';
  const tables = [
    ...sharingTable(`The published weights. ${beside}`, of('publishedSharing')),
    ...sharingTable(`Early in training. ${beside}`, of('sharing')),
  ];
  return tables.length === 0 ? [] : ['One network serves all codebook sizes.', '', ...tables];
}

/** How long the whole took, on what; nothing of a trial. */
function timeTaken({ machine, trial, stages }: Reproduction): readonly string[] {
  if (trial) return [];
  const entries = Object.entries(stages);
  const secondsOf = (isMeant: (name: string) => boolean) =>
    entries.filter(([name]) => isMeant(name)).reduce((sum, [, { seconds }]) => sum + seconds, 0);
  const trainings = entries.filter(([name]) => name.startsWith('train ')).map(([name]) => name);
  const trained = trainings.map((name) => `${name.slice('train '.length)} ${duration(secondsOf((each) => each === name))}`);
  const rest = duration(secondsOf((name) => !trainings.includes(name)));
  return [
    `\`npm run reproduce\` took ${duration(secondsOf(() => true))} on ${machine.cores} cores (${machine.processor}, Node ${machine.node}): training ${trained.join(', ')}; everything else ${rest}.`,
    '',
  ];
}

/** Results that the section tells besides the manifests, where there are any. */
export interface ToldResults {
  readonly e4?: E4;
  /** The record of the whole. */
  readonly reproduction?: Reproduction;
}

/** Markdown between the two markers, markers included. Throws when a manifest lacks a figure. */
function figuresSection(manifests: Manifests, { e4, reproduction }: ToldResults): string {
  return [
    SECTION_START,
    '',
    'PSNR of the reconstruction. Drawings are of concepts that no model was trained on; photographs were not trained on either.',
    '',
    reconstruction(manifests),
    '',
    storageCost(manifests),
    '',
    ...(e4 ? baselines(e4) : []),
    ...sharing(manifests),
    'Retrieval with the contrastive model. How it is trained was chosen by validation concepts, with the recall of the unseen artist and of trained captions in view; how the lexicon is fitted, by validation captions, with the held-out ones in view.',
    '',
    retrieval(manifests),
    '',
    ...(reproduction ? timeTaken(reproduction) : []),
    SECTION_END,
  ].join('\n');
}

/** `readme` with its section of figures replaced. Throws when it has no such section. */
export function withFigures(readme: string, manifests: Manifests, results: ToldResults = {}): string {
  const [before, rest] = readme.split(SECTION_START);
  const after = rest?.split(SECTION_END)[1];
  if (before === undefined || after === undefined) throw new Error('the README has no section of figures');
  return `${before}${figuresSection(manifests, results)}${after}`;
}
