/** All claims of the article with their verdicts; the choices above leave those of one verdict or of one section. */

import { referenceOf } from '../bibliography/bibliography';
import type { Claim } from '../claims/claim';
import { CLAIMS } from '../claims/claims';
import { Cite } from './Cite';
import { ClaimFilters, NoClaims } from './ClaimFilters';
import { useArticle } from './context';
import { articleTexts, VERDICT_SIGNS, VERDICT_TEXTS } from './texts';
import { WithFigures } from './WithFigures';

/** Nothing where the work is not on arXiv. */
function ArxivId({ id }: { readonly id: string }) {
  const { arxiv } = referenceOf(id);
  return arxiv && <span className="claim-arxiv tabular"> arXiv:{arxiv}</span>;
}

function ClaimEntry({
  claim: { id, section, verdict, quote, quoteInEnglish, correction, sources, measured },
}: {
  readonly claim: Claim;
}) {
  const { say, language } = useArticle();
  return (
    <li id={`claim-${id}`} className="claim-entry" data-verdict={verdict} data-claim-section={section} tabIndex={-1}>
      <p className="claim-head">
        <span className="claim-number tabular">{id}</span>
        <span className="claim-verdict">
          <span aria-hidden="true">{VERDICT_SIGNS[verdict]}</span> {say(VERDICT_TEXTS[verdict])}
        </span>
      </p>
      <blockquote className="claim-quote" lang="zh-Hans">
        {/* Quotation marks within others are single ones. */}
        {`“${quote.replace('“', '‘').replace('”', '’')}”`}
      </blockquote>
      {language === 'en' && <p className="claim-gloss">{quoteInEnglish}</p>}
      <p>{say(correction)}</p>
      {measured && (
        <p className="claim-measured">
          <strong>{say(articleTexts.measured)}</strong> <WithFigures text={say(measured)} />
        </p>
      )}
      <p className="claim-sources">
        {sources.map((source) => (
          <span key={`${source.id} ${source.at}`}>
            <Cite {...source} />
            <ArxivId id={source.id} />
          </span>
        ))}
      </p>
    </li>
  );
}

export function ClaimList() {
  const { say } = useArticle();
  return (
    <section id="claims" className="appendix claims" aria-labelledby="claims-title">
      <h2 id="claims-title">{say(articleTexts.claims)}</h2>
      <p className="appendix-lede">{say(articleTexts.claimsLede)}</p>
      <ClaimFilters />
      <ol className="claim-list">
        {CLAIMS.map((claim) => (
          <ClaimEntry key={claim.id} claim={claim} />
        ))}
        <NoClaims />
      </ol>
    </section>
  );
}
