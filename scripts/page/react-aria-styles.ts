/** The styles that react-aria brings with it, which the page's policy names by their hash. */
import { createHash } from 'node:crypto';

/** Touch handling of what can be pressed, as `usePress` adds it where no element has this id. */
export const PRESSABLE_STYLE = {
  id: 'react-aria-pressable-style',
  text: `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
} as const;

/** What keeps the page from scrolling while a dialogue is open. */
const DIALOGUE_STYLE_HASH = "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='";

/** As sources of `style-src`: named by hash, so that no other inline style gets through. */
export const reactAriaStyleHashes: readonly string[] = [
  `'sha256-${createHash('sha256').update(PRESSABLE_STYLE.text).digest('base64')}'`,
  DIALOGUE_STYLE_HASH,
];
