/** Where the browser tests look for a Chromium. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium/find';

/** A folder with an executable file of each name. */
function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

test('finds one on the PATH, in the order of the PATH', () => {
  const [first, second] = [folderWith('google-chrome'), folderWith('chromium')];
  expect(findChromium({ PATH: [first, second].join(delimiter) })).toBe(join(first, 'google-chrome'));
});

test('prefers one without a window, which is quicker', () => {
  const folder = folderWith('chromium', 'chromium-headless-shell');
  expect(findChromium({ PATH: folder })).toBe(join(folder, 'chromium-headless-shell'));
});

test('takes the one that the environment names', () => {
  const folder = folderWith('chromium', 'mine');
  expect(findChromium({ PATH: folder, CHROME: join(folder, 'mine') })).toBe(join(folder, 'mine'));
});

test('says so when the environment names what cannot be run', () => {
  expect(() => findChromium({ CHROMIUM: '/nowhere/chromium' })).toThrow('CHROME or CHROMIUM names /nowhere/chromium');
});
