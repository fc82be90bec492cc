/** What axe finds wrong with a page as it stands. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The rules that colours decide; all others find the same in either theme. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** @param isColourOnly whether the page has been gone through in the other theme @returns one line for each rule that is broken */
export async function axeFindings(page: Page, { isColourOnly = false } = {}): Promise<string[]> {
  // The page has no frames; without them, and without a list of all that is well, axe takes a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(isColourOnly && { runOnly: { type: 'rule', values: RULES_OF_COLOUR } }),
  });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' · ')}`);
}
