/** Vite plugin: the article's texts, Markdown with components, their formulas typeset by KaTeX. */
import mdx from '@mdx-js/rollup';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { headingIds } from './heading-ids';

/** `\\htmlData`, which marks symbols, is the one extension of LaTeX in use. */
const strict = (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error');

export function mdxPlugin(): Plugin {
  return {
    enforce: 'pre',
    ...mdx({
      development: false,
      remarkPlugins: [remarkGfm, remarkMath, headingIds],
      // `\htmlData` marks symbols; the texts are our own, so they are trusted.
      rehypePlugins: [[rehypeKatex, { trust: true, strict, throwOnError: true }]],
    }),
  } as Plugin;
}
