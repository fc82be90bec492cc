/** One work of the bibliography. Its anchor is `#ref-<id>`. */

export interface Reference {
  /** Lower-case letters, digits and hyphens; stable, since addresses contain it. */
  readonly id: string;
  /** As printed, such as `Zhai et al.` */
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Such as `2303.15343`. */
  readonly arxiv?: string;
  /** For what is not on arXiv: a repository or a model card. */
  readonly url?: string;
}
