/** The codebook's pictures, made once the first picture is there. */
import { useEffect, useState } from 'react';
import type { LabHost } from '../lab';
import { type Atlas, createAtlasMaker } from './atlas';
import type { PaintSettings } from './store';

/** @param isWanted the palette is hundreds of decodings: what the reader waits for comes first */
export function useAtlas(host: LabHost, { grid, codebook }: PaintSettings, isWanted: boolean): Atlas | null {
  const [maker] = useState(() => createAtlasMaker(host.engine));
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    // At once if the engine is ready; after a failure it comes back, and the palette goes on.
    return host.onEngineReady(() => void maker.make({ grid, codebook }, setAtlas).catch(() => undefined));
  }, [host, maker, isWanted, grid, codebook]);
  return atlas;
}
