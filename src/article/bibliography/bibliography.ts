/** Every work that the article, its claims, its figures or this page’s code lean on. */
import { CODE } from './code';
import { ENCODERS } from './encoders';
import { MEASURES } from './measures';
import type { Reference } from './reference';
import { TOKENIZERS } from './tokenizers';
import { UNIFIED } from './unified';

/** The text that the page explains and checks: an answer of this model, which itself cites nothing. */
const EXPLAINED: Reference = {
  id: 'deepseek-r1',
  authors: 'DeepSeek-AI',
  title: 'DeepSeek-R1: Incentivizing Reasoning Capability in LLMs via Reinforcement Learning',
  year: 2025,
  arxiv: '2501.12948',
};

export const BIBLIOGRAPHY: readonly Reference[] = [EXPLAINED, ...ENCODERS, ...TOKENIZERS, ...UNIFIED, ...MEASURES, ...CODE];

const BY_ID = new Map(BIBLIOGRAPHY.map((reference) => [reference.id, reference]));

/** The work of that id. @throws Error where the bibliography has none: a slip in the data */
export function referenceOf(id: string): Reference {
  const reference = BY_ID.get(id);
  if (!reference) throw new Error(`the bibliography has no "${id}"`);
  return reference;
}
