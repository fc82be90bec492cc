/** Where the numbers of a chart's points stand: beside them, on the first side where they cover neither point nor number. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Centres of a label around its point, in units of the drawing; the first that is free is taken. */
const AROUND: readonly Spot[] = [
  { x: 11, y: -7 },
  { x: -11, y: -7 },
  { x: 11, y: 9 },
  { x: -11, y: 9 },
  { x: 0, y: -13 },
  { x: 0, y: 15 },
];
const APART = 11;

const isNear = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y) < APART;

/** @returns a centre for the label of each point, in their order */
export function labelPlaces(points: readonly Spot[]): Spot[] {
  const placed: Spot[] = [];
  for (const point of points) {
    const places = AROUND.map(({ x, y }) => ({ x: point.x + x, y: point.y + y }));
    const isFree = (place: Spot) => ![...placed, ...points].some((other) => isNear(place, other));
    placed.push(places.find(isFree) ?? { x: point.x + 11, y: point.y - 7 });
  }
  return placed;
}
