/** What the page may weigh on the wire, in bytes. */

/** Everything that the first view asks for: page, scripts, weights, samples, gallery. */
export const FIRST_VIEW_LIMIT = 2.5e6;
/** All files of one model together. */
export const MODEL_LIMIT = 2e6;
