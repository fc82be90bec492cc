/** Files of what the lab shows. */
import { pictureName, pictureStem } from '../shared/picture-name';
import { strengthAt } from './levels';
import type { TableRow } from './rows';
import type { Shown } from './store';

/** A name for files about what is shown, without an extension. */
export function fileStem({ baseline: { picture }, change, level }: Shown): string {
  return `${pictureStem(picture)}-${change}-${strengthAt(change, level)}`;
}

/** The chart's numbers, a line a strength. */
export function csvOf({ change }: Shown, rows: readonly TableRow[]): Blob {
  const head =
    'change,strength,cosine,tokens_changed,set_cosine_mean,set_cosine_sd,set_tokens_changed_mean,set_tokens_changed_sd,set_n';
  const lines = rows.map(({ strength, own, set }) =>
    [
      change,
      strength,
      own?.cosine,
      own?.tokensChanged,
      set?.cosine.mean,
      set?.cosine.sd,
      set?.tokensChanged.mean,
      set?.tokensChanged.sd,
      set?.cosine.n,
    ].join(','),
  );
  return new Blob([`${[head, ...lines].join('\n')}\n`], { type: 'text/csv' });
}

/** Both codes before and after, and the chart's numbers. */
export function jsonOf({ baseline, change, level, codes, distance }: Shown, rows: readonly TableRow[]): Blob {
  const { picture, settings, models } = baseline;
  const content = {
    picture: pictureName(picture),
    settings,
    models,
    change,
    strength: strengthAt(change, level),
    ...distance,
    before: { embedding: [...baseline.codes.embedding], tokens: [...baseline.codes.tokens] },
    after: { embedding: [...codes.embedding], tokens: [...codes.tokens] },
    rows,
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}
