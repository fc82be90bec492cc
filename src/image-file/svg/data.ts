/** Pictures and style sheets that an SVG carries within itself, as `data:`. */

/** The bytes of a `data:` reference and its media type. */
export function dataOf(reference: string): { readonly mediaType: string; readonly bytes: Uint8Array } {
  const comma = reference.indexOf(',');
  const head = reference.slice(0, comma).trim().toLowerCase();
  const body = reference.slice(comma + 1);
  const mediaType = head.slice('data:'.length).split(';')[0]?.trim() ?? '';
  return { mediaType, bytes: head.endsWith(';base64') ? fromBase64(body) : new TextEncoder().encode(percentDecoded(body)) };
}

/** An SVG as a `data:` reference. */
export function svgReference(text: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text.replace(/^\uFEFF?<\?xml[^>]*\?>/, ''))}`;
}

function fromBase64(body: string): Uint8Array {
  try {
    return Uint8Array.from(atob(percentDecoded(body).replace(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    // Not base64: nothing that could be drawn.
    return new Uint8Array();
  }
}

function percentDecoded(body: string): string {
  try {
    return decodeURIComponent(body);
  } catch {
    // A stray percent sign: decoders take such text as it is.
    return body;
  }
}
