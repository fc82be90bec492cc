/** The colours that the style sheet gives a canvas, for what is painted on it. */
import { type RefObject, useCallback, useRef } from 'react';
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
  return useCallback(() => {
    if (known.current?.scheme === scheme) return known.current.colours;
    if (!element.current) throw new Error('the colours were asked for before there was an element');
    const { color, outlineColor } = getComputedStyle(element.current);
    const colours = { color, outlineColor };
    known.current = { scheme, colours };
    return colours;
  }, [element, scheme]);
}
