/** What the page may weigh on the wire, in bytes. */

/** Everything that the first view asks for: page, scripts, weights, samples, gallery. */
export const FIRST_VIEW_LIMIT = 2.5e6;
/** All files of one model together. */
export const MODEL_LIMIT = 2e6;
/** The scripts that a language's page begins with, compressed with gzip: the text is to be alive before anything larger comes. */
export const FIRST_SCRIPTS_LIMIT = 150e3;
