/** One cell of a sheet of small pictures. Decoration: what it shows is named beside it. */
import './Sprite.css';

export interface SpriteSheet {
  readonly url: string;
  readonly columns: number;
  readonly rows: number;
}

interface SpriteProps {
  /** null keeps the place empty. */
  readonly sheet: SpriteSheet | null;
  /** Row-major. */
  readonly index: number;
}

/** Position of cell `at` of `count` in the percentages of `background-position`. */
const percent = (at: number, count: number): string => `${count > 1 ? (100 * at) / (count - 1) : 0}%`;

export function Sprite({ sheet, index }: SpriteProps) {
  const style = sheet && {
    backgroundImage: `url("${sheet.url}")`,
    backgroundSize: `${100 * sheet.columns}% ${100 * sheet.rows}%`,
    backgroundPosition: `${percent(index % sheet.columns, sheet.columns)} ${percent(Math.floor(index / sheet.columns), sheet.rows)}`,
  };
  return <span className="sprite" aria-hidden="true" {...(style ? { style } : {})} />;
}
