/** SVG files: what is refused before anything draws them, and the size at which the rest is drawn. */
import { describe, expect, it } from 'vitest';
import { inspectSvg } from '../../../src/image-file/svg/inspect';
import { rasterSize, resizedSvg } from '../../../src/image-file/svg/size';
import { svg, usageBomb } from './picture-files';

const inspect = (file: Buffer) => inspectSvg(file.toString());
const reasonOf = (file: Buffer): unknown => {
  try {
    inspect(file);
    return 'accepted';
  } catch (error) {
    return (error as { reason: unknown }).reason;
  }
};
const outside = (reference: string) => ({ code: 'svg-external-reference', reference });
const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';

describe('references to the outside', () => {
  it.each([
    ['an image', svg('<image href="https://example.org/cat.png"/>'), 'https://example.org/cat.png'],
    ['an image by xlink', svg('<image xlink:href=" cat.png "/>', XLINK), 'cat.png'],
    ['a used shape of another file', svg('<use href="shapes.svg#star"/>'), 'shapes.svg#star'],
    ['a protocol-relative address', svg('<image href="//example.org/a.png"/>'), '//example.org/a.png'],
    ['an escaped address', svg('<image href="&#104;ttp://example.org/a"/>'), 'http://example.org/a'],
    ['a fill', svg('<rect fill="url(other.svg#paint)"/>'), 'other.svg#paint'],
    ['a style', svg('<rect style="fill:url( \'http://example.org/p\' )"/>'), 'http://example.org/p'],
    ['a font', svg('<style>@font-face{src:url("https://example.org/f.woff2")}</style>'), 'https://example.org/f.woff2'],
    ['an imported style sheet', svg('<style><![CDATA[@import "//example.org/s.css";]]></style>'), '//example.org/s.css'],
    ['a linked style sheet', svg('', '', '<?xml-stylesheet href="s.css"?>'), 's.css'],
    ['an external entity', svg('&x;', '', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'file:///etc/passwd'],
    ['a page inside', svg('<foreignObject><iframe src="https://example.org/"/></foreignObject>'), 'https://example.org/'],
  ])('refuses %s', (_, file, reference) => expect(reasonOf(file)).toEqual(outside(reference)));

  it.each([
    ['links to follow', svg('<a href="https://example.org/"><rect/></a>')],
    [
      'namespaces and document types',
      svg(
        '',
        'xmlns:x="http://example.org/x"',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
      ),
    ],
    ['its own parts', svg('<defs><g id="a"/></defs><use href="#a"/><rect fill="url(#a)" style="mask:url(\'#a\')"/>')],
    [
      'embedded data',
      svg('<image href="data:image/png;base64,iVBORw0KGgo="/><style>@font-face{src:url(data:font/woff2;base64,AA==)}</style>'),
    ],
    [
      'comments and metadata',
      svg('<!-- <image href="http://a/b"/> --><metadata><x href="http://a/b"/></metadata><style>/* url(http://a/b) */</style>'),
    ],
    ['a namespace in a style sheet', svg('<style>@namespace svg url(http://www.w3.org/2000/svg);</style>')],
    ['namespaces named by entities', svg('', 'xmlns:i="&ns;"', '<!DOCTYPE svg [<!ENTITY ns "http://ns.adobe.com/x/">]>')],
  ])('accepts %s', (_, file) => expect(reasonOf(file)).toBe('accepted'));
});

describe('scripts and motion', () => {
  it.each([
    ['a script', svg('<script>alert(1 &lt; 2)</script>')],
    ['a script from elsewhere', svg('<script href="https://example.org/x.js"/>')],
    ['an event handler', svg('<rect onclick="alert(1)"/>')],
    ['a script as an address', svg('<a href="javascript:alert(1)"><rect/></a>')],
  ])('notices %s', (_, file) => expect(inspect(file).hasScripts).toBe(true));

  it('notices motion', () => {
    expect(inspect(svg('<rect><animate attributeName="x"/></rect>')).isAnimated).toBe(true);
    expect(inspect(svg('<style>@keyframes a{}</style>')).isAnimated).toBe(true);
    expect(inspect(svg('<rect/>'))).toMatchObject({ isAnimated: false, hasScripts: false });
  });
});

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
    ['hundreds of filters', svg('<rect filter="url(#f)"/>'.repeat(300))],
    ['entities made of entities', svg('&b;', '', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')],
    ['a long entity many times', svg('&a;'.repeat(20_000), '', `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(1000)}">]>`)],
    ['very many elements', svg('<rect/>'.repeat(100_001))],
  ])('refuses %s', (_, file) => expect(reasonOf(file)).toEqual(TOO_COMPLEX));

  it('accepts circles, which are not drawn, and ordinary drawings', () => {
    expect(reasonOf(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toBe('accepted');
    const classes = Array.from({ length: 200 }, (_, i) => `.c${i}{fill:url(#g${i});clip-path:url(#k)}`).join('');
    const shapes = Array.from({ length: 2000 }, (_, i) => `<path class="c${i % 200}"/>`).join('');
    expect(reasonOf(svg(`<style>${classes}</style><clipPath id="k"><rect/></clipPath>${shapes}`))).toBe('accepted');
  });

  it.each([
    ['blanks in a tag', `<svg ${' '.repeat(5e6)}=`],
    ['urls without end', `<svg><style>${'url('.repeat(1e6)}</style></svg>`],
    ['open elements', `<svg>${'<g>'.repeat(90_000)}`],
    ['quotes that do not end', `<svg><!DOCTYPE ${'<!ENTITY a "'.repeat(1e5)}`],
    ['attributes without values', `<svg ${'a '.repeat(2e6)}/>`],
  ])('takes no longer than the text is long over %s', (_, text) => {
    const start = performance.now();
    reasonOf(Buffer.from(text));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('form', () => {
  it.each([
    ['the file ends within a tag', '<svg xmlns="http://www.w3.org/2000/svg"><rect wid', 'truncated'],
    ['the file ends within elements', '<svg xmlns="http://www.w3.org/2000/svg"><g><rect/>', 'truncated'],
    ['tags do not match', '<svg xmlns="http://www.w3.org/2000/svg"><g><g></g></svg>', 'broken'],
    ['there is no area', '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="10"/>', 'broken'],
    ['a side has no measure', '<svg xmlns="http://www.w3.org/2000/svg" width="1e999" height="10"/>', 'broken'],
    [
      'the sides are too small for any measure',
      '<svg xmlns="http://www.w3.org/2000/svg" width="1e-320" height="1e-320"/>',
      'broken',
    ],
    ['the view box has no measure', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1e999"/>', 'broken'],
  ])('refuses where %s', (_, text, code) => expect(reasonOf(Buffer.from(text))).toEqual({ code, format: 'svg' }));

  it.each([
    ['width="30" height="20"', 30, 20],
    ['width="1in" height="72pt"', 96, 96],
    ['viewBox="0 0 8 4"', 8, 4],
    ['viewBox="0,0, 8,4" width="100%" height="100%"', 8, 4],
    ['viewBox="0 0 8 4" width="16"', 16, 8],
    ['viewBox="0 0 8 4" height="16"', 32, 16],
    ['style="color:red; width: 12px; height:24px" width="1" height="1"', 12, 24],
    ['', 300, 150],
  ])('reads the size of <svg %s>', (attributes, width, height) =>
    expect(inspect(svg('', attributes)).size).toEqual({ width, height }),
  );

  it('rewrites the root for the size at which it is drawn', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><svg width="20" height="10" id="a&amp;b"><rect/></svg>';
    const { root, size } = inspectSvg(text);
    expect(rasterSize(size)).toEqual({ width: 1024, height: 512 });
    expect(resizedSvg(text, root, size, rasterSize(size))).toBe(
      '<svg id="a&amp;b" width="1024" height="512" viewBox="0 0 20 10" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><rect/></svg>',
    );
  });
});
