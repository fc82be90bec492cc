/** The emoji groups as the judge counts them. */
import type { Dataset } from '../dataset';

/** Names of the groups, sorted. */
export const groupsOf = ({ concepts }: Pick<Dataset, 'concepts'>): string[] =>
  [...new Set(concepts.map(({ group }) => group))].sort();

/** Group of each concept, as an index into {@link groupsOf}. */
export function groupByConcept(dataset: Pick<Dataset, 'concepts'>): number[] {
  const groups = groupsOf(dataset);
  return dataset.concepts.map(({ group }) => groups.indexOf(group));
}
