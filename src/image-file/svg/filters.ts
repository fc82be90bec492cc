/**
 * What filters cost to draw. A primitive works on every pixel of the drawing, some for milliseconds, some for a second, and a filter
 * may hold thousands; so each use of a filter is charged by its primitives. The figures are a tenth of a millisecond each, as measured
 * on a drawing of 1,024 × 1,024 pixels in Chromium.
 */
import { Refusal } from '../failures';
import type { CssToken } from './css';
import type { OpenTag } from './xml';

const BLUR = 400;
const DROP_SHADOW = 450;
/** Charged whatever its radius, which a transformation may enlarge to what decoders allow at most. */
const MORPHOLOGY = 5_000;
const ANIMATED = 5_000;
const MERGED_INPUT = 40;
const CONVOLUTION = { least: 600, perNumber: 120 };
/** Primitives that only move, fill or recolour. */
const PLAIN = 20;
const WEIGHTS: Readonly<Record<string, number>> = {
  feGaussianBlur: BLUR,
  feDropShadow: DROP_SHADOW,
  feMorphology: MORPHOLOGY,
  feTurbulence: 900,
  feDiffuseLighting: 900,
  feSpecularLighting: 900,
  feDisplacementMap: 200,
  feComponentTransfer: 40,
  feMerge: PLAIN,
};

/** What needs a margin of its input: where several follow each other, the first works on an area many times the drawing's. */
const SPREADING = new Set(['feGaussianBlur', 'feMorphology', 'feDisplacementMap']);
/** More of them in a row are not told apart: such a filter is beyond measure. */
const LONGEST_SPREAD = 16;

const WITHOUT_INPUT = new Set(['feFlood', 'feTurbulence', 'feImage']);
const WITH_TWO_INPUTS = new Set(['feBlend', 'feComposite', 'feDisplacementMap']);
const GIVEN_INPUTS = new Set(['SourceGraphic', 'SourceAlpha', 'BackgroundImage', 'BackgroundAlpha', 'FillPaint', 'StrokePaint']);

/** One step of a filter. */
export interface FilterPrimitive {
  readonly weight: number;
  readonly spreads: boolean;
  readonly result: string | undefined;
  /** Names of results it works on; undefined is the step before. The nodes of a merge follow later. */
  readonly inputs: (string | undefined)[];
}

/** Describes an element that is a child of a filter. */
export function filterPrimitive({ local, attributes }: OpenTag): FilterPrimitive {
  const value = (name: string) => attributes.find((attribute) => attribute.name === name)?.value;
  const inputs = WITHOUT_INPUT.has(local) || local === 'feMerge' ? [] : [value('in')];
  if (WITH_TWO_INPUTS.has(local)) inputs.push(value('in2'));
  // It draws its input once as it is and once as a shadow: as measured, each of several in a row doubles the time.
  if (local === 'feDropShadow') inputs.push(value('in'));
  return { weight: primitiveWeight(local, value), spreads: SPREADING.has(local), result: value('result'), inputs };
}

/** Stands for an animation within a filter, which can make a cheap primitive a costly one. */
export const ANIMATED_PRIMITIVE: FilterPrimitive = { weight: ANIMATED, spreads: true, result: undefined, inputs: [undefined] };

function primitiveWeight(local: string, value: (name: string) => string | undefined): number {
  if (local === 'feConvolveMatrix') {
    const numbers = (value('kernelMatrix') ?? '').split(/[\s,]+/).length;
    return CONVOLUTION.least + CONVOLUTION.perNumber * numbers;
  }
  if (local === 'feComposite') return value('operator') === 'arithmetic' ? 230 : 60;
  if (local === 'feBlend') return (value('mode') ?? 'normal') === 'normal' ? 40 : 100;
  return WEIGHTS[local] ?? PLAIN;
}

/** Area that a spreading step works on, where `position` counts from the filter's end; as measured with the widest blur. */
const spreadArea = (position: number) => 1 + (position - 1) ** 2 / 2;

/**
 * Cost of one use of a filter. Decoders draw its last step, which asks for its inputs, those for theirs: a result that is used twice may
 * be made twice, so that 20 lines can ask for a million steps. Beyond measure is infinity.
 */
export function filterCost(primitives: readonly FilterPrimitive[]): number {
  const named = new Map<string, number>();
  // By step, and by how many spreading ones there are between it and the end.
  const costs: Float64Array[] = [];
  primitives.forEach(({ weight, spreads, result, inputs }, index) => {
    const inputCosts = inputs.flatMap((name) => {
      if (name !== undefined && GIVEN_INPUTS.has(name)) return [];
      return costs[(name === undefined ? undefined : named.get(name)) ?? index - 1] ?? [];
    });
    const merged = MERGED_INPUT * Math.max(0, inputs.length - 2);
    costs.push(
      Float64Array.from({ length: LONGEST_SPREAD + 1 }, (_, after) => {
        const position = spreads ? after + 1 : after;
        if (position > LONGEST_SPREAD) return Number.POSITIVE_INFINITY;
        const own = (weight + merged) * spreadArea(Math.max(1, position));
        return inputCosts.reduce((sum, input) => sum + (input[position] ?? 0), own);
      }),
    );
    if (result !== undefined) named.set(result, index);
  });
  return costs.at(-1)?.[0] ?? 0;
}

/**
 * Cost of a CSS `filter` by its functions; what it draws with `url(…)` is charged where the reference is.
 * Throws a {@link Refusal} for one that is put together from variables, which could hold and repeat anything.
 */
export function filterFunctionsCost(value: readonly CssToken[]): number {
  const names = value.flatMap((token) => (token.kind === 'url' ? 'url' : token.kind === 'function' ? token.value : []));
  if (names.includes('var')) throw new Refusal({ code: 'svg-too-complex' }, 'a filter by variable');
  return filterCost(names.map((name) => functionStep(name, names.length)));
}

/** @param steps how many there are in a row */
function functionStep(name: string, steps: number): FilterPrimitive {
  const once = { result: undefined, inputs: [undefined] };
  const twice = { result: undefined, inputs: [undefined, undefined] };
  if (name === 'blur') return { weight: BLUR, spreads: true, ...once };
  if (name === 'drop-shadow') return { weight: DROP_SHADOW, spreads: false, ...twice };
  // A filter of the file's may be of any kind; on its own, it is charged enough by what it is made of.
  if (name === 'url') return { weight: steps > 1 ? BLUR : 0, spreads: true, ...twice };
  return { weight: PLAIN, spreads: false, ...once };
}
