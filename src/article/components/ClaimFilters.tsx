/** Leaves the claims of one verdict, of one section, or of both. The style sheet does it, so it works without scripts. */
import { VERDICTS, type Verdict } from '../claims/claim';
import { CLAIMS } from '../claims/claims';
import type { SectionId } from '../section';
import { SECTIONS } from '../sections';
import { useArticle } from './context';
import { articleTexts, VERDICT_SIGNS, VERDICT_TEXTS } from './texts';

const CLAIMING = SECTIONS.filter(({ id }) => CLAIMS.some(({ section }) => section === id));

const countOf = (verdict: Verdict) => CLAIMS.filter((claim) => claim.verdict === verdict).length;
const has = (verdict: Verdict, section: SectionId) =>
  CLAIMS.some((claim) => claim.verdict === verdict && claim.section === section);

export function ClaimFilters() {
  const { say } = useArticle();
  return (
    <>
      <fieldset className="claim-filter">
        <legend className="visually-hidden">{say(articleTexts.verdict)}</legend>
        <label>
          <input type="radio" name="claim-verdict" value="all" defaultChecked />
          {say(articleTexts.all)} <span className="tabular">{CLAIMS.length}</span>
        </label>
        {VERDICTS.map((verdict) => (
          <label key={verdict} data-verdict={verdict}>
            <input type="radio" name="claim-verdict" value={verdict} />
            <span aria-hidden="true">{VERDICT_SIGNS[verdict]}</span> {say(VERDICT_TEXTS[verdict])}{' '}
            <span className="tabular">{countOf(verdict)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="claim-filter">
        <legend className="visually-hidden">{say(articleTexts.section)}</legend>
        <label>
          <input type="radio" name="claim-section" value="all" defaultChecked />
          {say(articleTexts.allSections)}
        </label>
        {CLAIMING.map(({ id, title }) => (
          <label key={id}>
            <input type="radio" name="claim-section" value={id} />
            {say(title)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** Stands in the list for each verdict that a section has no claim of, and shows while both are chosen. */
export function NoClaims() {
  const { say } = useArticle();
  return CLAIMING.flatMap(({ id: section }) =>
    VERDICTS.filter((verdict) => !has(verdict, section)).map((verdict) => (
      <li key={`${section} ${verdict}`} className="claim-entry claim-none" data-verdict={verdict} data-claim-section={section}>
        {say(articleTexts.noClaims)}
      </li>
    )),
  );
}
