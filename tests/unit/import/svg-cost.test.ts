/** How much drawing an SVG may ask for: what would freeze the page is refused, ordinary drawings are not. */
import { describe, expect, it } from 'vitest';
import { inspectSvg } from '../../../src/image-file/svg/inspect';
import { svg, usageBomb } from './picture-files';

const reasonOf = (file: Buffer): unknown => {
  try {
    inspectSvg(file.toString());
    return 'accepted';
  } catch (error) {
    return (error as { reason: unknown }).reason;
  }
};

describe('cost', () => {
  const TOO_COMPLEX = { code: 'svg-too-complex' };
  const levels = (write: (level: number) => string) => Array.from({ length: 13 }, (_, i) => write(i)).join('');
  const patterns = (attribute: (level: number) => string) =>
    levels((i) => `<pattern id="p${i + 1}">${`<rect ${attribute(i)}/>`.repeat(10)}</pattern>`);
  const nested = (inner: Buffer) => svg(`<image href="data:image/svg+xml;base64,${inner.toString('base64')}"/>`);

  it.each([
    ['groups that use groups', usageBomb(12)],
    ['the same, embedded', nested(usageBomb(12))],
    ['embedding without end', nested(nested(nested(nested(svg('')))))],
    ['patterns filled with patterns', svg(`${patterns((i) => `fill="url(#p${i})"`)}<rect fill="url(#p12)"/>`)],
    [
      'the same by style sheet',
      svg(`<style>${levels((i) => `.c${i}{fill:url(#p${i})}`)}</style>${patterns((i) => `class="c${i}"`)}<rect class="c12"/>`),
    ],
    ['entities that are markup by numbers', svg('&b;', '', '<!DOCTYPE svg [<!ENTITY b "&#60;rect/>">]>')],
    ['entities made of entities', svg('&b;', '', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')],
    ['a long entity many times', svg('&a;'.repeat(20_000), '', `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(1000)}">]>`)],
    ['very many elements', svg('<rect/>'.repeat(100_001))],
  ])('refuses %s', (_, file) => expect(reasonOf(file)).toEqual(TOO_COMPLEX));

  const filter = (content: string) => `<filter id="f">${content}</filter>`;
  const BLUR = '<feGaussianBlur stdDeviation="300"/>';
  const RECT = '<rect filter="url(#f)"/>';
  const twice = (i: number) => `<feBlend in="r${i}" in2="r${i}" result="r${i + 1}"/>`;

  it.each([
    ['thousands of blurs in one filter', svg(filter(BLUR.repeat(2000)) + RECT)],
    ['a filter of one blur, hundreds of times', svg(filter(BLUR) + RECT.repeat(300))],
    ['the same in a group that is used', svg(`${filter(BLUR)}<g id="g">${RECT.repeat(50)}</g>${'<use href="#g"/>'.repeat(10)}`)],
    ['the same by class', svg(`${filter(BLUR)}<style>.a{FILTER:url(#f)}</style>${'<rect class="a"/>'.repeat(300)}`)],
    ['the same by name', svg(`${filter(BLUR)}<style>g > rect{filter:url(#f)}</style>${'<g><rect/></g>'.repeat(300)}`)],
    ['the same by any name', svg(`${filter(BLUR)}<style>g :is(rect){filter:url(#f)}</style>${'<g><rect/></g>'.repeat(300)}`)],
    [
      'the same in nested rules',
      svg(`${filter(BLUR)}<style>.a{rect{fill:red}filter:url(#f)}</style>${'<g class="a"/>'.repeat(300)}`),
    ],
    ['the same under a condition', svg(`<style>@media all{.a{filter:blur(9px)}}</style>${'<g class="a"/>'.repeat(300)}`)],
    [
      'the same embedded as a style sheet',
      svg(`<style>@import "data:text/css,rect{filter:blur(9px)}";</style>${'<rect/>'.repeat(300)}`),
    ],
    ['the same in motion', svg(`<style>@keyframes a{from{filter:blur(9px)}}</style>${'<rect/>'.repeat(300)}`)],
    ['functions in a style', svg(`<rect style="filter:${'blur(300px) '.repeat(100)}"/>`)],
    ['functions in an attribute', svg(`<rect filter="${'drop-shadow(0 0 300px red) '.repeat(100)}"/>`)],
    ['functions that are animated', svg(`<rect><set attributeName="filter" to="${'blur(300px) '.repeat(100)}"/></rect>`)],
    ['a filter by variable', svg('<style>.a{--b:blur(9px);filter:var(--b)}</style>')],
    ['filters within filters', svg(filter(BLUR) + '<g filter="url(#f)">'.repeat(12) + '</g>'.repeat(12))],
    [
      'results that are used twice, twenty times',
      svg(filter(twice(0) + Array.from({ length: 20 }, (_, i) => twice(i)).join('')) + RECT),
    ],
    ['merges of one result', svg(filter(`<feMerge>${'<feMergeNode/>'.repeat(5)}</feMerge>`.repeat(8)) + RECT)],
    ['a large convolution', svg(filter(`<feConvolveMatrix order="30" kernelMatrix="${'1 '.repeat(900)}"/>`) + RECT)],
    ['wide morphology', svg(filter('<feMorphology radius="250"/>') + RECT.repeat(30))],
    ['turbulence', svg(filter('<feTurbulence numOctaves="200"/>') + RECT.repeat(200))],
    ['light', svg(filter('<feSpecularLighting><fePointLight/></feSpecularLighting>') + RECT.repeat(200))],
    ['an animated filter', svg(filter('<feOffset><animate attributeName="dx"/></feOffset>') + RECT.repeat(40))],
    ['thousands of masks', svg(`<mask id="m"/>${'<rect mask="url(#m)"/>'.repeat(2000)}`)],
    ['thousands of translucent groups', svg('<g opacity=".5"><rect/></g>'.repeat(4000))],
    ['the same blended', svg('<rect style="mix-blend-mode:luminosity"/>'.repeat(4000))],
    [
      'a bomb in a style sheet',
      svg(`<style>rect{mask:url("data:image/svg+xml;base64,${usageBomb(12).toString('base64')}")}</style>`),
    ],
  ])('refuses %s', (_, file) => expect(reasonOf(file)).toEqual(TOO_COMPLEX));

  it.each([
    [
      'drop shadows as drawing programs write them, on a hundred elements',
      svg(
        filter(
          '<feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="out"/><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feBlend mode="normal" in2="BackgroundImageFix" result="e1"/><feBlend mode="normal" in="SourceGraphic" in2="e1" result="shape"/>',
        ) + RECT.repeat(100),
      ),
    ],
    [
      'shadows by offset and merge',
      svg(
        filter(
          '<feGaussianBlur in="SourceAlpha" stdDeviation="3"/><feOffset dx="2" dy="2" result="o"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>',
        ) + RECT.repeat(150),
      ),
    ],
    ['shadows by style', svg(`<style>.s{filter:drop-shadow(0 2px 3px #0008)}</style>${'<g class="s"><rect/></g>'.repeat(150)}`)],
    [
      'one filtered part of a large drawing',
      svg(`${filter(BLUR)}<style>#logo{filter:url(#f)}</style><g id="logo"/>${'<path/>'.repeat(50_000)}`),
    ],
    ['a shadow under a large drawing', svg(`${filter(BLUR)}<g filter="url(#f)">${'<path/>'.repeat(50_000)}</g>`)],
    [
      'filters that nothing uses',
      svg(Array.from({ length: 300 }, (_, i) => `<filter id="f${i}">${BLUR.repeat(5)}</filter>`).join('')),
    ],
    [
      'filters that are switched off',
      svg(`<style>rect{filter:none;opacity:1}</style>${'<rect filter="none" opacity=".5"/>'.repeat(5000)}`),
    ],
    [
      'paper texture behind a drawing',
      svg(filter('<feTurbulence/><feDiffuseLighting><feDistantLight/></feDiffuseLighting>') + RECT),
    ],
  ])('accepts %s', (_, file) => expect(reasonOf(file)).toBe('accepted'));

  it('accepts circles, which are not drawn, and ordinary drawings', () => {
    expect(reasonOf(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toBe('accepted');
    const classes = Array.from({ length: 200 }, (_, i) => `.c${i}{fill:url(#g${i});clip-path:url(#k)}`).join('');
    const shapes = Array.from({ length: 2000 }, (_, i) => `<path class="c${i % 200}"/>`).join('');
    expect(reasonOf(svg(`<style>${classes}</style><clipPath id="k"><rect/></clipPath>${shapes}`))).toBe('accepted');
  });

  it.each([
    ['blanks in a tag', `<svg ${' '.repeat(1e6)}=`],
    ['urls without end', `<svg><style>${'url('.repeat(2e5)}</style></svg>`],
    ['urls that are quoted without end', `<svg><style>${"url('".repeat(2e5)}</style></svg>`],
    ['a long string', `<svg><style>a{b:url("${'a\\"'.repeat(2e5)}")}</style></svg>`],
    ['a long name', `<svg><style>${'\\61'.repeat(2e5)}</style></svg>`],
    ['braces without end', `<svg><style>${'a{'.repeat(1e5)}</style></svg>`],
    ['functions without end', `<svg><style>a{filter:${'blur('.repeat(5e4)}</style></svg>`],
    ['commas without end', `<svg><image srcset="${','.repeat(1e6)}"/></svg>`],
    ['commas in an address', `<svg><image srcset="#${',,a'.repeat(2e5)}"/></svg>`],
    ['steps of a filter', `<svg><filter id="f">${'<feBlend/>'.repeat(90_000)}</filter><rect filter="url(#f)"/></svg>`],
    ['open elements', `<svg>${'<g>'.repeat(90_000)}`],
    ['quotes that do not end', `<svg><!DOCTYPE ${'<!ENTITY a "'.repeat(1e5)}`],
    ['attributes without values', `<svg ${'a '.repeat(5e5)}/>`],
  ])('takes no longer than the text is long over %s', (_, text) => {
    const start = performance.now();
    reasonOf(Buffer.from(text));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
