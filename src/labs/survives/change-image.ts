/** Makes the changed picture, and finds one that has nothing to do with it. */
import { type Change, changePixels } from '../../dataset/changes';
import { createRng } from '../../dataset/rng';
import { IMAGE_SIZE, type RgbImage } from '../../model/types';
import type { Picture } from '../lab';
import { type FileUrl, readDrawings, type Sample, type Samples } from '../shared/files';
import { throughJpeg } from './jpeg';
import { otherArtists, strengthAt } from './levels';

export interface ImageSource {
  /** The picture after a change. */
  changed(picture: Picture, change: Change, level: number): Promise<RgbImage>;
  /** A drawing of something else, by the same artist where that is possible. */
  unrelated(picture: Picture): Promise<RgbImage>;
}

/** Which way a picture moves, where it is covered, what noise it gets: always the same, so that the slider changes the strength alone. */
const SEED = 'survives';

const imageOf = (data: Uint8Array): RgbImage => ({ width: IMAGE_SIZE, height: IMAGE_SIZE, data });

export function createImageSource(samples: Samples, fileUrl: FileUrl): ImageSource {
  const fetched = new Map<string, Promise<RgbImage[]>>();

  async function drawing(sample: Sample, artist: string): Promise<RgbImage> {
    const pending = fetched.get(sample.concept) ?? readDrawings(sample, fileUrl);
    fetched.set(sample.concept, pending);
    pending.catch(() => fetched.delete(sample.concept)); // the next call tries again
    const image = (await pending)[sample.artists.indexOf(artist)];
    if (!image) throw new Error(`${sample.concept} was not drawn by ${artist}`);
    return image;
  }

  return {
    async changed(picture, change, level) {
      if (change === 'redraw') {
        const artist = otherArtists(picture, samples)[level];
        const sample = picture.kind === 'sample' && samples.concepts.find(({ concept }) => concept === picture.concept);
        return sample && artist ? drawing(sample, artist) : picture.image;
      }
      const strength = strengthAt(change, level);
      if (change === 'jpeg') return imageOf(await throughJpeg(picture.image, strength));
      return imageOf(changePixels(change, picture.image.data, strength, createRng(SEED).fork(change)));
    },
    unrelated(picture) {
      const { concepts } = samples;
      const own = picture.kind === 'sample' ? concepts.findIndex(({ concept }) => concept === picture.concept) : 0;
      // Half the list away: neighbours in it are of a kind.
      const other = concepts[(own + (concepts.length >> 1)) % concepts.length] as Sample;
      const artist = other.artists.find((each) => picture.kind === 'sample' && each === picture.artist) ?? other.artists[0];
      return drawing(other, artist as string);
    },
  };
}
