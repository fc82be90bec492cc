/** Puts a fixture site behind `fetch`, and counts what is asked for. */
import { vi } from 'vitest';
import type { Site } from './fixture-site';

export const BASE_URL = 'http://localhost/page/';

export interface ServedSite {
  /** Paths asked for, in order; ' reload' follows where the cache was passed by. */
  readonly asked: string[];
}

/** Until `vi.unstubAllGlobals()`. An entry `<path> reload` is what the server has where the cache holds something else. */
export function serveSite(site: Site): ServedSite {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit): Promise<Response> => {
    const path = url.replace(BASE_URL, '');
    const reload = `${path} reload`;
    asked.push(init?.cache === 'reload' ? reload : path);
    const bytes = (init?.cache === 'reload' ? site.get(reload) : undefined) ?? site.get(path);
    return bytes ? new Response(bytes.slice()) : new Response('Not found', { status: 404 });
  });
  return { asked };
}
