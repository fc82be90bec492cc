/** The size of an SVG, and the same SVG at another size. */
import { SVG_RASTER_SIDE } from '../limits';
import { type OpenTag, writtenTag, type XmlAttribute } from './xml';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What CSS gives to a replaced element that says nothing of its size. */
const DEFAULT_SIZE: Size = { width: 300, height: 150 };

const PIXELS_PER_UNIT: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
};

/** Size in CSS pixels by attributes, style or view box, as browsers work it out. */
export function naturalSize(root: OpenTag): Size {
  const width = stated(root, 'width');
  const height = stated(root, 'height');
  const box = viewBox(root);
  if (width !== null && height !== null) return { width, height };
  const ratio = box && box.height > 0 ? box.width / box.height : null;
  if (width !== null) return { width, height: ratio ? width / ratio : DEFAULT_SIZE.height };
  if (height !== null) return { width: ratio ? height * ratio : DEFAULT_SIZE.width, height };
  return box ?? DEFAULT_SIZE;
}

/** The size at which an SVG is drawn here: its own proportions, the long side {@link SVG_RASTER_SIDE}. */
export function rasterSize({ width, height }: Size): Size {
  const scale = SVG_RASTER_SIDE / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The text with a root that states `drawn` as its size; what it showed at its natural size fills that. */
export function resizedSvg(text: string, root: OpenTag, natural: Size, drawn: Size): string {
  const style = attribute(root, 'style');
  const kept = root.attributes.filter(({ name }) => name !== 'width' && name !== 'height' && name !== 'style');
  const size = { width: String(drawn.width), height: String(drawn.height) };
  const added: Record<string, string> = { ...size };
  if (style !== undefined) added.style = `${style};width:${drawn.width}px;height:${drawn.height}px`;
  if (viewBox(root) === null) added.viewBox = `0 0 ${natural.width} ${natural.height}`;
  // Pictures cut out of a web page often lack these two, and would not be drawn without.
  if (!root.name.includes(':')) addMissing(added, kept, 'xmlns', 'http://www.w3.org/2000/svg');
  addMissing(added, kept, 'xmlns:xlink', 'http://www.w3.org/1999/xlink');
  const attributes = [
    ...kept.filter(({ name }) => !(name in added)),
    ...Object.entries(added).map(([name, value]) => ({ name, value })),
  ];
  // The text is re-encoded as UTF-8, whatever its declaration said.
  const before = text.slice(0, root.start).replace(/^\uFEFF?<\?xml[^>]*\?>/, '');
  return before + writtenTag(root, attributes) + text.slice(root.end);
}

function addMissing(added: Record<string, string>, kept: readonly XmlAttribute[], name: string, value: string): void {
  if (!kept.some((attribute) => attribute.name === name)) added[name] = value;
}

function attribute(root: OpenTag, name: string): string | undefined {
  return root.attributes.find((candidate) => candidate.name === name)?.value;
}

function stated(root: OpenTag, side: 'width' | 'height'): number | null {
  const declarations = (attribute(root, 'style') ?? '').split(';').map((declaration) => declaration.split(':'));
  const styled = declarations.find(([property]) => property?.trim() === side)?.[1];
  return length(styled) ?? length(attribute(root, side));
}

function length(value: string | undefined): number | null {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(value?.slice(0, 64) ?? '');
  if (!match) return null;
  const unit = PIXELS_PER_UNIT[match[2]?.toLowerCase() || 'px'];
  return unit === undefined ? null : Math.max(0, Number(match[1]) * unit);
}

function viewBox(root: OpenTag): Size | null {
  const numbers = (attribute(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width, height] = numbers;
  if (numbers.length !== 4 || numbers.some(Number.isNaN) || width === undefined || height === undefined) return null;
  return { width, height };
}
