/**
 * The script that a built page begins with. The text reads without the page's own scripts, so these are asked for once it has been
 * painted: styles and fonts need not share the line with them.
 */

/** @param files modules beside this one, all of which the page needs: asked for at once, not as each names the next */
export const startScript = (files: readonly string[]): string =>
  `requestAnimationFrame(()=>setTimeout(()=>{${files.map((file) => `import(${JSON.stringify(`./${file}`)})`).join(';')}}))\n`;
