/** Numbers and symbols as the formulas write them. */

/** As many decimals as leave three digits or so to see. */
export function tex(value: number, decimals = decimalsOf(value)): string {
  const size = Math.abs(value);
  if (size >= 1e5) {
    const exponent = Math.floor(Math.log10(size));
    return `${(value / 10 ** exponent).toFixed(2)}\\cdot 10^{${exponent}}`;
  }
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** The decimals that `tex` writes. */
export function decimalsOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 100) return 1;
  return size >= 10 ? 2 : size >= 0.1 || size === 0 ? 3 : 4;
}

/** A factor, or what is taken away: negative numbers in brackets. */
export const bracketed = (value: number, decimals?: number): string => {
  const text = tex(value, decimals);
  return text.startsWith('-') ? `(${text})` : text;
};

/** Ties a part of a formula to whatever else bears the name. */
export const mark = (symbol: string, content: string): string => `\\htmlData{symbol=${symbol}}{${content}}`;

export const aligned = (...lines: readonly string[]): string => `\\begin{aligned}${lines.join('\\\\[4pt]')}\\end{aligned}`;
