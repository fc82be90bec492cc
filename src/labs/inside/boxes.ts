/** The steps of both encoders, in order: each a box that opens. */

export const UNDERSTANDING_BOXES = ['read', 'patches', 'attention', 'pool', 'vector'] as const;
export const GENERATION_BOXES = ['cut', 'features', 'distances', 'argmin', 'entries', 'decoder'] as const;

export type UnderstandingBox = (typeof UNDERSTANDING_BOXES)[number];
export type GenerationBox = (typeof GENERATION_BOXES)[number];
export type BoxId = UnderstandingBox | GenerationBox;

export const BOXES: readonly BoxId[] = [...UNDERSTANDING_BOXES, ...GENERATION_BOXES];

/** Boxes that show activation maps, of which a stage and a channel are chosen. */
export const MAP_BOXES = ['patches', 'features', 'decoder'] as const;
export type MapBox = (typeof MAP_BOXES)[number];
