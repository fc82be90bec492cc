/** Which charts the literature's figures allow: two scores of one group against each other, or one score by itself. */
import { type LiteratureGroup, type LiteraturePoint, SCORES, type ScoreName } from './schema';

/** A chart. Without `y` its points lie on one line. */
export interface View {
  /** Unique within its paper. */
  readonly id: string;
  readonly group: LiteratureGroup;
  readonly x: ScoreName;
  readonly y?: ScoreName;
  /** Points that have one of the two scores at least, in the order of the data. */
  readonly points: readonly LiteraturePoint[];
}

/** The anchor of a point's row in the chart's table. */
export const rowId = ({ id, group }: View, point: LiteraturePoint): string => `literature-${group.paper}-${id}-${point.id}`;

type Kind = (typeof SCORES)[ScoreName]['kind'];

/** What can be drawn against what, the first choice first: x, then y. */
const OPPOSED: readonly (readonly [Kind, Kind])[] = [
  ['understanding', 'reconstruction'],
  ['understanding', 'generation'],
  ['reconstruction', 'generation'],
  ['codebook', 'reconstruction'],
  ['codebook', 'generation'],
];

const NAMES = Object.keys(SCORES) as ScoreName[];

/** The scores that at least one point of the group has, in the order of {@link SCORES}. */
export const scoresOf = ({ points }: LiteratureGroup): ScoreName[] =>
  NAMES.filter((name) => points.some(({ scores }) => scores[name] !== undefined));

/** A chart of fewer points compares nothing. */
const FEWEST = 2;

function pairsOf(group: LiteratureGroup): (readonly [ScoreName, ScoreName])[] {
  const names = scoresOf(group);
  const ofKind = (kind: Kind) => names.filter((name) => SCORES[name].kind === kind);
  const isOpposed = ofKind('understanding').length > 0;
  return OPPOSED.filter(([kind]) => kind !== 'reconstruction' || !isOpposed)
    .flatMap(([x, y]) => ofKind(x).flatMap((first) => ofKind(y).map((second) => [first, second] as const)))
    .filter(([x, y]) => group.points.filter(({ scores }) => scores[x] !== undefined && scores[y] !== undefined).length >= FEWEST);
}

/**
 * The charts of one group, those of two scores before those of one. A score that stands against another is not charted alone.
 * @param prefix tells the groups of a paper apart
 */
function viewsOfGroup(group: LiteratureGroup, prefix: string): View[] {
  const pairs = pairsOf(group);
  const paired = new Set(pairs.flat());
  const having = (...names: ScoreName[]) => group.points.filter(({ scores }) => names.some((name) => scores[name] !== undefined));
  const alone = scoresOf(group).filter((name) => !paired.has(name) && having(name).length >= FEWEST);
  return [
    ...pairs.map(([x, y]): View => ({ id: `${prefix}${x}-${y}`, group, x, y, points: having(x, y) })),
    ...alone.map((x): View => ({ id: `${prefix}${x}`, group, x, points: having(x) })),
  ];
}

/** All charts of a paper; none where it has single figures only. */
export function viewsOf(paper: string, groups: readonly LiteratureGroup[]): View[] {
  return groups.filter((group) => group.paper === paper).flatMap((group, i) => viewsOfGroup(group, i === 0 ? '' : `${i + 1}-`));
}

/** Groups that no chart shows. */
export function unchartedGroups(groups: readonly LiteratureGroup[]): LiteratureGroup[] {
  const charted = new Set(groups.flatMap(({ paper }) => viewsOf(paper, groups).map(({ group }) => group)));
  return groups.filter((group) => !charted.has(group));
}
