/** The progress bar of a training run: loss, images a second, time left. */
import { SingleBar } from 'cli-progress';
import type { RunOptions } from './options';
import type { Progress } from './rank';

/** Weight of the newest loss in the running mean that is shown. */
const SMOOTHING = 0.05;

export function createProgress(options: RunOptions): { update(progress: Progress): void; stop(): void } {
  const bar = new SingleBar({
    format: `${options.model} {bar} {value}/{total} · loss {loss} · {rate} images/s · {eta_formatted} left · {figures}`,
    etaBuffer: 50,
    noTTYOutput: true,
    notTTYSchedule: 30_000,
  });
  let smooth: number | undefined;
  let latest: Record<string, number> = {};
  let begun = false;
  return {
    update({ step, loss, imagesPerSecond, figures }) {
      smooth = smooth === undefined ? loss : smooth + SMOOTHING * (loss - smooth);
      latest = { ...latest, ...figures };
      const payload = {
        loss: smooth.toFixed(3),
        rate: imagesPerSecond.toFixed(0),
        figures: Object.entries(latest)
          .map(([name, value]) => `${name} ${value.toFixed(1)}`)
          .join(' '),
      };
      if (begun) bar.update(step, payload);
      else bar.start(options.steps, step, payload);
      begun = true;
    },
    stop: () => bar.stop(),
  };
}
