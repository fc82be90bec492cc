/** A formula typeset by KaTeX where it stands. Parts within `\htmlData{symbol=…}` light up with whatever bears the same name. */
import katex from 'katex';
import { useLayoutEffect, useRef } from 'react';

interface FormulaProps {
  /** LaTeX of our own, never a reader's: it may carry HTML attributes. */
  readonly tex: string;
  readonly isInline?: boolean;
}

/** `\htmlData` is the one extension of LaTeX in use. */
const strict = (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error');

export function Formula({ tex, isInline = false }: FormulaProps) {
  const root = useRef<HTMLSpanElement>(null);
  const isSet = useRef(false);
  useLayoutEffect(() => {
    // Into the element rather than as a text: the page's policy refuses the styles that a text would carry.
    const typeset = () => {
      if (root.current) katex.render(tex, root.current, { displayMode: !isInline, trust: true, strict, throwOnError: true });
    };
    if (!isSet.current) {
      isSet.current = true;
      return typeset();
    }
    // Each in its own turn, and only if no newer one has come: many formulas may follow one dragged slider.
    const timer = setTimeout(typeset);
    return () => clearTimeout(timer);
  }, [tex, isInline]);
  return <span ref={root} className="formula" />;
}
