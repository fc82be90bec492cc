/**
 * The script that a built page begins with. The text reads without the page's own scripts, so these are asked for once it has been
 * painted: styles and fonts need not share the line with them.
 */

/**
 * All are asked for at once, not as each names the next: on a far host every such step costs a journey. They are run one after the
 * other, with pauses, in which the page can answer the reader.
 * @param files modules beside this one that bring the page to life, each after those that it imports
 * @param soon modules that those will import or start as a worker; fetched, not run
 */
export const startScript = (files: readonly string[], soon: readonly string[]): string =>
  `const ask=f=>document.head.append(Object.assign(document.createElement('link'),{rel:'modulepreload',href:new URL(f,import.meta.url).href}));
const pause=()=>new Promise(r=>setTimeout(r));
requestAnimationFrame(async()=>{await pause();const files=${JSON.stringify(files)};files.forEach(ask);await pause();` +
  `${JSON.stringify(soon)}.forEach(ask);for(const f of files){await import('./'+f);await pause()}})
`;
