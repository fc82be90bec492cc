/** Where a Chromium may be on this machine: two environment variables, the PATH, then the usual places of each system. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** First those without a window to keep up: the same browser, whose pages open in two thirds of the time. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
];

function usualPlaces(environment: NodeJS.ProcessEnv): string[] {
  const applications = ['/Applications', join(environment.HOME ?? '', 'Applications')];
  const programs = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].filter(
    (path) => path !== undefined,
  );
  return (
    {
      darwin: applications.flatMap((folder) => [
        join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
        join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
        join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
      ]),
      win32: programs.flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
      linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
    }[process.platform as string] ?? []
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the first Chromium found. Throws when CHROME or CHROMIUM names a file that cannot be run. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment.CHROME ?? environment.CHROMIUM;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROME or CHROMIUM names ${named}, which cannot be run.`);
  }
  const onPath = (environment.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces(environment)].find(isExecutable);
}
