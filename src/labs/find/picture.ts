/** The three maps as a PNG: where they were moved to, what is brushed and lit on them, and how pure they are. */
import { type GalleryMaps, MAP_REPRESENTATIONS, type MapRepresentation } from '../../dataset/maps';
import { drawRule, HEAD, type Ink, inLight, MARGIN, openSheet, pngOfSheet, write, writeHead } from '../shared/sheet';
import { drawLit, drawPoints } from './draw-map';
import { brushMask } from './plots';
import type { LabMaps } from './use-maps';

const SIDE = 420;
const GAP = 24;
const LEDE = 34;
/** Above a map its name; below it what is said of it. */
const NAME = 30;
const LINE = 22;

const TONES: Readonly<Record<MapRepresentation, Ink>> = { embedding: 'und', tokens: 'gen', pixels: 'ink' };

export interface PictureTexts {
  readonly lab: string;
  readonly title: string;
  readonly lede: string;
  /** What is lit; empty where nothing is. */
  readonly subject: string;
  readonly names: Readonly<Record<MapRepresentation, string>>;
  /** Lines below each map. */
  readonly notes: Readonly<Record<MapRepresentation, readonly string[]>>;
}

export function pngOf(maps: GalleryMaps, state: LabMaps, texts: PictureTexts): Promise<Blob> {
  const width = MAP_REPRESENTATIONS.length * (SIDE + GAP) - GAP + 2 * MARGIN;
  const lines = Math.max(...MAP_REPRESENTATIONS.map((map) => texts.notes[map].length));
  const top = HEAD + LEDE + NAME;
  const sheet = openSheet(width, top + SIDE + lines * LINE + 6 + MARGIN);
  const { context, inks } = sheet;
  writeHead(sheet, width, texts.lab, texts.title, texts.subject);
  write(sheet, texts.lede, MARGIN, HEAD + 8, { ink: 'ink-soft', within: width - 2 * MARGIN });
  const [fill = inks.ink] = inLight(['var(--lit)']);
  const mask = state.area && brushMask(maps, state.brushed);
  MAP_REPRESENTATIONS.forEach((map, column) => {
    const left = MARGIN + column * (SIDE + GAP);
    const scene = { maps, map, view: state.views[map] };
    write(sheet, texts.names[map], left, top - 12, { size: 15, ink: TONES[map], isStrong: true, within: SIDE });
    context.save();
    context.beginPath();
    context.rect(left, top, SIDE, SIDE);
    context.clip();
    context.translate(left, top);
    drawPoints(context, SIDE, inks[TONES[map]], scene, mask);
    drawLit(context, SIDE, { edge: inks.ink, fill }, scene, { point: state.point, siblings: state.others }, state.area);
    context.restore();
    context.strokeStyle = inks.rule;
    context.lineWidth = 1;
    context.strokeRect(left - 0.5, top - 0.5, SIDE + 1, SIDE + 1);
    drawRule(sheet, left, top + SIDE + 4, SIDE, TONES[map], 2);
    texts.notes[map].forEach((note, line) => {
      write(sheet, note, left, top + SIDE + (line + 1) * LINE + 6, {
        size: 13,
        ink: line === 0 ? 'ink' : 'ink-soft',
        within: SIDE,
      });
    });
  });
  return pngOfSheet(sheet);
}
