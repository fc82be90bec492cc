/** Inline styles become classes: the page's policy refuses the former. */
import katex from 'katex';
import { expect, test } from 'vitest';
import { stylesToClasses } from '../../../scripts/page/style-classes';

test('the same style is one rule; classes that are there stay', () => {
  const { html, css } = stylesToClasses('<i class="a" style="top:1em"></i><b style="top:1em">style="left:0"</b>');
  const name = /class="a (s-[0-9a-f]{8})"/.exec(html)?.[1];
  expect(name).toBeDefined();
  expect(html).toBe(`<i class="a ${name}"></i><b class="${name}">style="left:0"</b>`);
  expect(css).toBe(`.${name}.${name}{top:1em}`);
});

test('a style with quotation marks keeps them', () => {
  expect(stylesToClasses('<p style="background:url(&quot;a.png&quot;)">x</p>').css).toContain('{background:url("a.png")}');
});

test('what has no style is left as it is', () => {
  const html = '<p class="a" title="x > y">a &lt; b</p>';
  expect(stylesToClasses(html)).toEqual({ html, css: '' });
});

test('a formula of KaTeX has no inline style left', () => {
  const formula = katex.renderToString('\\frac{\\sum_{i=1}^n x_i^2}{\\sqrt{n}}', { displayMode: true });
  expect(formula).toContain('style=');
  const { html, css } = stylesToClasses(formula);
  expect(html).not.toContain('style=');
  expect(css).toContain('height:');
});
