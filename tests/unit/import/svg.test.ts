/** SVG files: what is refused before anything draws them, and the size at which the rest is drawn. */
import { describe, expect, it } from 'vitest';
import { inspectSvg } from '../../../src/image-file/svg/inspect';
import { rasterSize, resizedSvg } from '../../../src/image-file/svg/size';
import { svg } from './picture-files';

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
    ['an address in capitals', svg('<rect fill="URL(http://example.org/p#a)"/>'), 'http://example.org/p#a'],
    ['a style in capitals', svg('<style>rect{fill:Url("http://example.org/p#a")}</style>'), 'http://example.org/p#a'],
    ['an import in capitals', svg('<style>@IMPORT "http://example.org/s.css";</style>'), 'http://example.org/s.css'],
    ['an import with a comment', svg('<style>@import/**/"http://example.org/s.css";</style>'), 'http://example.org/s.css'],
    ['a property with escapes', svg('<rect style="fill:u\\72l(http://example.org/p#a)"/>'), 'http://example.org/p#a'],
    ['an attribute with escapes', svg('<rect fill="\\75 rl(http://example.org/p#a)"/>'), 'http://example.org/p#a'],
    ['an import with escapes', svg('<style>@\\69 mport "s.css";</style>'), 's.css'],
    ['an address with escapes', svg('<rect fill="url(ht\\74p://example.org/p)"/>'), 'http://example.org/p'],
    ['a set of images', svg('<rect style="mask-image:image-set(\'http://example.org/a.png\' 1x)"/>'), 'http://example.org/a.png'],
    [
      'a set of images with a prefix',
      svg('<style>rect{mask-image:-WEBKIT-image-set(url(#a) 1x, "b.png" type("image/png") 2x)}</style>'),
      'b.png',
    ],
    [
      'a set of sources',
      svg('<image srcset="data:image/png;base64,AA== 1x, https://example.org/a,b.png 2x"/>'),
      'https://example.org/a,b.png',
    ],
    ['a set of sources without sizes', svg('<image srcset="#a, b.png"/>'), 'b.png'],
    ['a set of sources without blanks', svg('<image srcset="#a 1x,b.png 2x"/>'), 'b.png'],
    [
      'an import within an imported style sheet',
      svg('<style>@import "data:text/css,@import %22//example.org/s.css%22";</style>'),
      '//example.org/s.css',
    ],
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
    ['a page inside, which is not drawn', svg('<foreignObject><iframe src="https://example.org/"/></foreignObject>')],
    ['text in style sheets', svg('<style>text::after{content:"url(http://a/b) @import \\"c\\""}</style>')],
    ['names that end like functions', svg('<style>.curl{color:red}/* @import */ .a{x:my-url(a)}</style><rect fill="curl(a)"/>')],
    ['a namespace in a style sheet', svg('<style>@namespace svg url(http://www.w3.org/2000/svg);</style>')],
    ['namespaces named by entities', svg('', 'xmlns:i="&ns;"', '<!DOCTYPE svg [<!ENTITY ns "http://ns.adobe.com/x/">]>')],
  ])('accepts %s', (_, file) => expect(reasonOf(file)).toBe('accepted'));
});

describe('content that is not SVG', () => {
  const FOREIGN =
    '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml" onclick="a()">a &lt; b<br/></p></foreignObject>';
  const textOf = (file: Buffer) => inspect(file).text;

  it('is left out, with all that is in it', () => {
    expect(inspect(svg(`<rect/>${FOREIGN}<g>${FOREIGN}<circle/></g>`))).toMatchObject({
      text: svg('<rect/><g><circle/></g>').toString(),
      hasForeignContent: true,
      hasScripts: false,
    });
    expect(textOf(svg('<rect/><foreignObject/>'))).toBe(svg('<rect/>').toString());
    expect(textOf(svg('<s:foreignObject><s:foreignObject/><b></b></s:foreignObject>', 'xmlns:s="a"'))).toBe(
      svg('', 'xmlns:s="a"').toString(),
    );
    expect(inspect(svg('<rect/>'))).toMatchObject({ text: svg('<rect/>').toString(), hasForeignContent: false });
  });

  it('leaves the substitute of a switch', () => {
    const illustrator = svg(
      '<switch><foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"><i:aipgfRef xlink:href="#adobe_illustrator_pgf"/></foreignObject><g i:extraneous="self"><rect/></g></switch>',
      `${XLINK} xmlns:i="&ns_ai;"`,
      '<!DOCTYPE svg [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>',
    );
    expect(textOf(illustrator)).toContain('><switch><g i:extraneous="self"><rect/></g></switch></svg>');
  });

  it('is left out of embedded drawings', () => {
    const inner = svg(`${FOREIGN}<rect/>`).toString('base64');
    const { text, hasForeignContent } = inspect(svg(`<image id="a&amp;b" href="data:image/svg+xml;base64,${inner}" width="9"/>`));
    expect(hasForeignContent).toBe(true);
    const [, reference = ''] =
      /<image id="a&amp;b" href="data:image\/svg\+xml;charset=utf-8,([^"]*)" width="9"\/>/.exec(text) ?? [];
    expect(decodeURIComponent(reference)).toBe(svg('<rect/>').toString());
  });

  it('does not hide that a file is cut', () => {
    expect(reasonOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><p>'))).toMatchObject({
      code: 'truncated',
    });
  });
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
