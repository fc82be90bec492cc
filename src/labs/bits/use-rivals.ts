/** What the same bits buy without a model, for the picture at hand; worked out once the plane has its turn behind it. */
import { useEffect, useState } from 'react';
import type { Likeness } from '../../engine/protocol';
import type { LabHost, Picture } from '../lab';
import { pcaOffers } from './pca';
import { fileOffers, type Offer, thumbnailOffers } from './rivals';
import { LAB_ID } from './store';

export const RIVALS = ['jpeg', 'webp', 'thumbnail', 'pca'] as const;
export type Rival = (typeof RIVALS)[number];

export type MeasuredOffer = Offer & Likeness;

export interface RivalOffers {
  readonly picture: Picture;
  /** Cheapest first; null where they cannot be made, absent as long as they are not. */
  readonly offers: Readonly<Partial<Record<Rival, readonly MeasuredOffer[] | null>>>;
}

/** Drawings measured at a time, so that the engine is never long away. */
const AT_ONCE = 4;

const makers: Readonly<Record<Rival, (picture: Picture, host: LabHost) => Promise<readonly Offer[] | null>>> = {
  jpeg: ({ image }) => fileOffers(image, 'jpeg'),
  webp: ({ image }) => fileOffers(image, 'webp'),
  thumbnail: ({ image }) => thumbnailOffers(image),
  pca: ({ image }, { fileUrl }) => pcaOffers(image, fileUrl),
};

/** @returns undefined when the picture is no longer wanted */
async function measure(
  host: LabHost,
  picture: Picture,
  offers: readonly Offer[] | null,
  isWanted: () => boolean,
): Promise<readonly MeasuredOffer[] | null | undefined> {
  if (!offers) return null;
  const client = await host.engine();
  const measured: MeasuredOffer[] = [];
  while (measured.length < offers.length) {
    if (!isWanted()) return undefined;
    const batch = offers.slice(measured.length, measured.length + AT_ONCE);
    const answer = await client.likeness(
      LAB_ID,
      picture.image.data,
      batch.map(({ drawing }) => drawing),
    );
    if (answer !== 'superseded') measured.push(...batch.map((offer, i) => ({ ...offer, ...(answer[i] as Likeness) })));
  }
  return measured;
}

/** @param picture null as long as something else goes first */
export function useRivals(host: LabHost, picture: Picture | null): RivalOffers | null {
  const [found, setFound] = useState<RivalOffers | null>(null);
  useEffect(() => {
    if (!picture) return;
    let isMounted = true;
    const isWanted = () => isMounted;
    let offers: RivalOffers['offers'] = {};
    const work = async () => {
      for (const rival of RIVALS) {
        if (offers[rival]) continue;
        // One that cannot be made leaves the others; an engine that fails is told of by the plane itself.
        const made = await makers[rival](picture, host).catch(() => null);
        const measured = await measure(host, picture, made, isWanted).catch(() => undefined);
        if (measured === undefined || !isMounted) return;
        offers = { ...offers, [rival]: measured };
        setFound({ picture, offers });
      }
    };
    let working = work();
    // An engine that is back measures what it had left.
    const withdraw = host.onEngineReady(() => {
      working = working.then(work);
    });
    return () => {
      isMounted = false;
      withdraw();
    };
  }, [host, picture]);
  return found && found.picture === picture ? found : null;
}
