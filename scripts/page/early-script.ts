/**
 * The one script that stands in the page itself, named by its hash in the page's policy. It sets the theme that the reader chose
 * before anything is painted, so that a dark page does not begin with a white flash. And it asks the first question about
 * languages, at which the browser reads its tables: longer work than most scripts, done while the styles are on their way.
 */
import { createHash } from 'node:crypto';

export const earlyScript = `try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}Intl.DateTimeFormat.supportedLocalesOf('en')`;

/** As a source of `script-src`. */
export const earlyScriptHash = `'sha256-${createHash('sha256').update(earlyScript).digest('base64')}'`;
