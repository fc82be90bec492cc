/** The colours that the style sheet gives a canvas, for what is painted on it. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { afterFrame } from './after-frame';
import { useColourScheme } from './use-colour-scheme';

export interface StyleColours {
  readonly color: string;
  readonly outlineColor: string;
}

/**
 * Asks the style sheet once for each scheme: a question to it in the middle of an update lays out the page, which dragging cannot afford.
 * @returns how to get them, once the element is there; another function in another scheme
 */
export function useStyleColours(element: RefObject<HTMLElement | null>): () => StyleColours {
  const scheme = useColourScheme();
  const known = useRef<{ readonly scheme: typeof scheme; readonly colours: StyleColours } | null>(null);
  const colours = useCallback(() => {
    if (known.current?.scheme === scheme) return known.current.colours;
    if (!element.current) throw new Error('the colours were asked for before there was an element');
    const { color, outlineColor } = getComputedStyle(element.current);
    known.current = { scheme, colours: { color, outlineColor } };
    return known.current.colours;
  }, [element, scheme]);
  // Asked ahead, right after a frame: then the page is laid out already and the answer costs nothing.
  useEffect(() => afterFrame(() => element.current && colours()), [element, colours]);
  return colours;
}
