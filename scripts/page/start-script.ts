/**
 * The script that a built page begins with. The text reads without the page's own scripts, so these are asked for once it has been
 * painted: styles and fonts need not share the line with them.
 */

/**
 * All are asked for at once, not as each names the next: on a far host every such step costs a journey.
 * @param files modules beside this one that bring the page to life
 * @param soon modules that those will import or start as a worker; fetched, not run
 */
export const startScript = (files: readonly string[], soon: readonly string[]): string =>
  `requestAnimationFrame(()=>setTimeout(()=>{${files.map((file) => `import(${JSON.stringify(`./${file}`)})`).join(';')};` +
  `for(const f of ${JSON.stringify(soon)})document.head.append(Object.assign(document.createElement('link'),` +
  `{rel:'modulepreload',href:new URL(f,import.meta.url).href}))}))\n`;
