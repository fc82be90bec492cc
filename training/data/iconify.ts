/** Reads an icon package in iconify's JSON form and turns one of its icons into an SVG document. */
import { createRequire } from 'node:module';
import * as z from 'zod/mini';

const require = createRequire(import.meta.url);

const dimensions = {
  left: z.optional(z.number()),
  top: z.optional(z.number()),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
};
const iconSetSchema = z.object({
  ...dimensions,
  icons: z.record(z.string(), z.object({ ...dimensions, body: z.string(), hidden: z.optional(z.boolean()) })),
  aliases: z.optional(
    z.record(
      z.string(),
      z.object({
        parent: z.string(),
        hFlip: z.optional(z.boolean()),
        vFlip: z.optional(z.boolean()),
        rotate: z.optional(z.number()),
      }),
    ),
  ),
});
const charsSchema = z.record(z.string(), z.string());

export type IconSet = z.infer<typeof iconSetSchema>;

export interface IconPackage {
  readonly set: IconSet;
  /** Lower-case code points joined by `-` to an icon's or alias's name; empty where a package has no such table. */
  readonly chars: Readonly<Record<string, string>>;
}

/** Checking a set of thousands takes longer than reading it. */
const loaded = new Map<string, IconPackage>();

/** Loads an installed icon package; throws a ZodError when its files have another form. */
export function loadIconPackage(packageName: string): IconPackage {
  const known = loaded.get(packageName);
  if (known) return known;
  const icons = {
    set: iconSetSchema.parse(require(`${packageName}/icons.json`)),
    chars: charsSchema.parse(require(`${packageName}/chars.json`)),
  };
  loaded.set(packageName, icons);
  return icons;
}

/** What an icon's name stands for: the drawing's own name and whether the name mirrors it. */
export interface ResolvedIcon {
  readonly name: string;
  readonly mirrored: boolean;
}

/** Follows aliases to a drawing; undefined for unknown names and for rotated or upside-down aliases. */
export function resolveIcon(set: IconSet, name: string): ResolvedIcon | undefined {
  let current = name;
  let mirrored = false;
  for (let hops = 0; hops < 8; hops++) {
    if (set.icons[current]) return { name: current, mirrored };
    const alias = set.aliases?.[current];
    if (!alias || alias.vFlip || alias.rotate) return undefined;
    mirrored = mirrored !== (alias.hFlip ?? false);
    current = alias.parent;
  }
  return undefined;
}

/** The icon as an SVG document that renders at `size`×`size` pixels, proportions kept. */
export function iconSvg(set: IconSet, name: string, size: number): string {
  const icon = set.icons[name];
  if (!icon) throw new Error(`no icon named ${name}`);
  const view = [
    icon.left ?? set.left ?? 0,
    icon.top ?? set.top ?? 0,
    icon.width ?? set.width ?? 16,
    icon.height ?? set.height ?? 16,
  ];
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
    `width="${size}" height="${size}" viewBox="${view.join(' ')}">${icon.body}</svg>`
  );
}
