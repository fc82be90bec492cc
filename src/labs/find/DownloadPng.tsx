/** Saves the maps as they stand as one PNG. */
import { type GalleryMaps, MAP_REPRESENTATIONS, type MapRepresentation } from '../../dataset/maps';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { saveFile } from '../shared/save-file';
import { pngOf } from './picture';
import { drawingAt, pointCount, spreadOf } from './plots';
import { findTexts } from './texts';
import type { GalleryNames } from './use-gallery-names';
import type { LabMaps } from './use-maps';

interface DownloadPngProps {
  readonly maps: GalleryMaps;
  readonly state: LabMaps;
  readonly names: GalleryNames;
  /** Of the file, without an extension. */
  readonly stem: string;
}

export function DownloadPng({ maps, state, names, stem }: DownloadPngProps) {
  const t = useTexts(findTexts);
  const number = useNumbers();
  const percent = (share: number) => number(100 * share, share < 0.01 ? 2 : 1);
  const { lit, point, brushed } = state;

  const litName = (): string => {
    if (!lit || point === undefined) return '';
    const artist = lit.artist ?? drawingAt(maps, point).artist;
    return t('litBy', { name: names.nameOf(lit.row), artist: artist ? names.artistName(artist) : '' });
  };
  const notesOf = (map: MapRepresentation): string[] => {
    const { space, map: flat } = maps.maps[map].purity;
    return [
      `${t('purity')} ${t('purityShare', { share: percent(space.all) })}`,
      t('purityNote', { heldOut: percent(space.heldOut), map: percent(flat.all) }),
      ...(brushed.length > 0 ? [t('brushSpread', { share: number(100 * (spreadOf(maps, map, brushed) ?? 0)) })] : []),
    ];
  };
  const forEach = <Value,>(of: (map: MapRepresentation) => Value) =>
    Object.fromEntries(MAP_REPRESENTATIONS.map((map) => [map, of(map)])) as Record<MapRepresentation, Value>;
  const save = async () => {
    const file = await pngOf(maps, state, {
      lab: t('title'),
      title: t('mapsTitle'),
      lede: t('pngLede', { concepts: number(maps.concepts.shown), points: number(pointCount(maps)) }),
      subject: litName(),
      names: forEach((map) => t(map)),
      notes: forEach(notesOf),
    });
    saveFile(file, `${stem}-maps.png`);
  };
  return <Button onPress={() => void save()}>{t('downloadPng')}</Button>;
}
