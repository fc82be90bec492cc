/**
 * The script that a built page begins with. The text reads without the page's own scripts, so these are asked for once it has been
 * painted: styles and fonts need not share the line with them.
 */

/** As many as are asked for at once: some milliseconds of a phone's time. */
const AT_ONCE = 8;

const inGroups = (files: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(files.length / AT_ONCE) }, (_, i) => files.slice(i * AT_ONCE, (i + 1) * AT_ONCE));

/**
 * All are asked for at the beginning, not as each names the next: on a far host every such step costs a journey. Asking takes the
 * browser time too, so it is done a few at a time; they are run one after the other. In the pauses the page can answer the reader.
 * @param files modules beside this one that bring the page to life, each after those that it imports
 * @param soon modules that those will import or start as a worker; fetched, not run
 */
export const startScript = (files: readonly string[], soon: readonly string[]): string =>
  `const ask=f=>document.head.append(Object.assign(document.createElement('link'),{rel:'modulepreload',href:new URL(f,import.meta.url).href}));
const pause=()=>new Promise(r=>setTimeout(r));
requestAnimationFrame(async()=>{await pause();const files=${JSON.stringify(files)};files.forEach(ask);await pause();` +
  `for(const some of ${JSON.stringify(inGroups(soon))}){some.forEach(ask);await pause()}for(const f of files){await import('./'+f);await pause()}})
`;
