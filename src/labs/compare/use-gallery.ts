/** The gallery's concepts, which name and picture what the engine finds near. */
import { useCallback, useEffect, useState } from 'react';
import { failureOf } from '../../engine/errors';
import type { LabHost } from '../lab';
import { type Gallery, readGallery } from '../shared/files';

export function useGallery(host: LabHost): Gallery | null {
  const [gallery, setGallery] = useState<Gallery | null>(null);
  const start = useCallback(async () => {
    try {
      setGallery(await readGallery(host.fileUrl));
    } catch (cause) {
      host.report(failureOf(cause), () => void start());
    }
  }, [host]);
  useEffect(() => void start(), [start]);
  return gallery;
}
