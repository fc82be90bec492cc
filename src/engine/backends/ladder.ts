/** Which backend serves: WebGL, WASM or plain CPU, by what each answers to the probe and how fast. */
import { EngineError } from '../errors';
import type { BackendAttempt, BackendName } from '../protocol';
import type { FetchFile } from '../stores/files';
import type { OpenBackend, OpenBackendFunction } from './backend';
import { probe, WrongAnswer } from './probe';
import { type Candidate, tryRung } from './rung';
import { type TimeBox, TimedOut } from './time-box';
import { openWebglContext } from './webgl-context';

/** Rungs that compete; the CPU backend serves only where neither works. */
const COMPETING: readonly BackendName[] = ['webgl', 'wasm'];
/** A probe this fast is taken at once: nobody sees what a faster backend would save, and its download is spared. */
const GOOD_ENOUGH_MS = 4;
/** WASM must beat WebGL by more than the noise of the measurement. */
const NOISE = 1.1;
/** Covers what waits without blocking, downloads left out; a thread that hangs is noticed by the page. */
const LIMIT_MS: Record<BackendName, number> = { webgl: 6_000, wasm: 15_000, cpu: 15_000 };
const FORCED_LIMIT_MS = 60_000;

export interface LadderOptions {
  readonly baseUrl: string;
  readonly forced: BackendName | undefined;
  /** Rungs that failed before in this session, as they failed. */
  readonly skip: readonly BackendAttempt[];
  readonly fetchFile: FetchFile;
  /** Told before each rung is tried, and again when it begins to wait for its files and when it goes on. */
  readonly onTry: (backend: BackendName, isFetching: boolean) => void;
}

export interface Choice {
  readonly backend: OpenBackend;
  readonly attempts: readonly BackendAttempt[];
}

export type Openers = Readonly<Record<BackendName, OpenBackendFunction>>;

/** Each backend is a chunk of its own: a worker on WebGL never downloads the others. */
export const openers: Openers = {
  async webgl(options, box) {
    const context = openWebglContext(options);
    const { openWebgl } = await fetchScript(box, () => import('./webgl')).catch((error: unknown) => {
      context.close();
      throw error;
    });
    return openWebgl(options, context);
  },
  wasm: async (options, box) => (await fetchScript(box, () => import('./wasm'))).openWasm(options, box),
  cpu: async (_, box) => (await fetchScript(box, () => import('./cpu'))).openCpu(),
};

async function fetchScript<T>(box: TimeBox, load: () => Promise<T>): Promise<T> {
  try {
    return await box.fetching(load);
  } catch (error) {
    throw new EngineError({ code: 'script-missing', detail: String(error) });
  }
}

/**
 * Opens the backend that will serve and makes it tfjs's current one.
 * @throws EngineError 'backend-unavailable' when none, or not the forced one, answers the probe; 'script-missing' when the last
 * one was not even asked, because its code did not come
 */
export async function climb(
  options: LadderOptions,
  open: Openers = openers,
  ask: () => Promise<number> = probe,
): Promise<Choice> {
  const { forced, skip, onTry, baseUrl, fetchFile } = options;
  const failed: BackendAttempt[] = forced ? [] : [...skip];
  const candidates: Candidate[] = [];
  let lastError: unknown;
  let chosen: Candidate | undefined;
  // A backend that opens late makes itself tfjs's current one.
  const takeBack = (): void => void chosen?.backend.activate();

  async function attempt(name: BackendName): Promise<Candidate | undefined> {
    if (failed.some((earlier) => earlier.backend === name)) return undefined;
    onTry(name, false);
    try {
      const candidate = await tryRung(
        open[name],
        ask,
        { baseUrl, fetchFile, forced: forced === name },
        forced ? FORCED_LIMIT_MS : LIMIT_MS[name],
        { onFetching: (isFetching) => onTry(name, isFetching), onLate: takeBack },
      );
      candidates.push(candidate);
      return candidate;
    } catch (error) {
      lastError = error;
      failed.push(failureOfRung(name, error));
      return undefined;
    }
  }

  for (const name of forced ? [forced] : COMPETING) {
    const candidate = await attempt(name);
    if (candidate && candidate.probeMs <= GOOD_ENOUGH_MS) break;
  }
  if (candidates.length === 0 && !forced) await attempt('cpu');

  const best = fastest(candidates);
  if (!best) {
    if (lastError instanceof EngineError && lastError.failure.code === 'script-missing') throw lastError;
    throw new EngineError({
      code: 'backend-unavailable',
      ...(forced ? { subject: forced } : {}),
      detail: failed.map(({ backend, outcome, detail }) => `${backend}: ${outcome}${detail ? ` (${detail})` : ''}`).join('; '),
    });
  }
  chosen = best;
  for (const { backend } of candidates) if (backend !== best.backend) backend.close();
  await best.backend.activate();
  return { backend: best.backend, attempts: [...failed, ...candidates.map((candidate) => standing(candidate, best))] };
}

function fastest(candidates: readonly Candidate[]): Candidate | undefined {
  const [first, second] = candidates;
  return first && second && second.probeMs * NOISE < first.probeMs ? second : first;
}

function failureOfRung(backend: BackendName, error: unknown): BackendAttempt {
  const outcome = error instanceof TimedOut ? 'timed-out' : error instanceof WrongAnswer ? 'wrong-answer' : 'unavailable';
  return { backend, outcome, detail: detailOf(error) };
}

function detailOf(error: unknown): string {
  if (error instanceof EngineError) return [error.failure.subject, error.failure.detail].filter(Boolean).join(': ');
  return error instanceof Error ? error.message : String(error);
}

const standing = ({ backend, probeMs }: Candidate, chosen: Candidate): BackendAttempt => ({
  backend: backend.name,
  outcome: backend === chosen.backend ? 'chosen' : 'slower',
  probeMs,
});
