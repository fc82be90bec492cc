/** Which backend serves: WebGL, WASM or plain CPU, by what each answers to the probe and how fast. */
import { EngineError } from '../errors';
import type { BackendAttempt, BackendName } from '../protocol';
import type { OpenBackend, OpenBackendFunction } from './backend';
import { probe, WrongAnswer } from './probe';
import { type Candidate, TimedOut, tryRung } from './rung';
import { openWebglContext } from './webgl-context';

/** Rungs that compete; the CPU backend serves only where neither works. */
const COMPETING: readonly BackendName[] = ['webgl', 'wasm'];
/** A probe this fast is taken at once: nobody sees what a faster backend would save, and its download is spared. */
const GOOD_ENOUGH_MS = 4;
/** WASM must beat WebGL by more than the noise of the measurement. */
const NOISE = 1.1;
/** Covers what waits without blocking; a thread that hangs is noticed by the page. */
const LIMIT_MS: Record<BackendName, number> = { webgl: 6_000, wasm: 15_000, cpu: 15_000 };
const FORCED_LIMIT_MS = 60_000;

export interface LadderOptions {
  readonly baseUrl: string;
  readonly forced: BackendName | undefined;
  /** Rungs that failed before in this session, as they failed. */
  readonly skip: readonly BackendAttempt[];
  /** Told before each rung is tried. */
  readonly onTry: (backend: BackendName) => void;
}

export interface Choice {
  readonly backend: OpenBackend;
  readonly attempts: readonly BackendAttempt[];
}

export type Openers = Readonly<Record<BackendName, OpenBackendFunction>>;

/** Each backend is a chunk of its own: a worker on WebGL never downloads the others. */
export const openers: Openers = {
  webgl: async (options) => {
    const context = openWebglContext(options);
    return (await import('./webgl')).openWebgl(options, context);
  },
  wasm: async (options) => (await import('./wasm')).openWasm(options),
  cpu: async () => (await import('./cpu')).openCpu(),
};

/**
 * Opens the backend that will serve and makes it tfjs's current one.
 * @throws EngineError 'backend-unavailable' when none, or not the forced one, answers the probe
 */
export async function climb(
  options: LadderOptions,
  open: Openers = openers,
  ask: () => Promise<number> = probe,
): Promise<Choice> {
  const { forced, skip, onTry } = options;
  const failed: BackendAttempt[] = forced ? [] : [...skip];
  const candidates: Candidate[] = [];
  let chosen: Candidate | undefined;
  // A backend that opens late makes itself tfjs's current one.
  const takeBack = (): void => void chosen?.backend.activate();

  async function attempt(name: BackendName): Promise<Candidate | undefined> {
    if (failed.some((earlier) => earlier.backend === name)) return undefined;
    onTry(name);
    try {
      const openOptions = { baseUrl: options.baseUrl, forced: forced === name };
      const candidate = await tryRung(open[name], ask, openOptions, forced ? FORCED_LIMIT_MS : LIMIT_MS[name], takeBack);
      candidates.push(candidate);
      return candidate;
    } catch (error) {
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
  return { backend, outcome, detail: error instanceof Error ? error.message : String(error) };
}

const standing = ({ backend, probeMs }: Candidate, chosen: Candidate): BackendAttempt => ({
  backend: backend.name,
  outcome: backend === chosen.backend ? 'chosen' : 'slower',
  probeMs,
});
