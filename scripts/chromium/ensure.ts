/** Makes sure that there is a Chromium for the browser tests: finds one, or brings a package of Debian's when root on Debian. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find';

const HOW_TO_INSTALL = `No Chromium was found, and the browser tests need one. Any of these will do:
  Debian           sudo apt-get install chromium-headless-shell
  Ubuntu           sudo apt-get install chromium
  Fedora           sudo dnf install chromium
  macOS            brew install --cask chromium
  Windows          winget install Google.Chrome
or set CHROME to the path of a Chrome, Chromium or Edge that is already there.`;

const canInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** The first is not in every release. */
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];

function installDebianPackage(): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...words: string[]) => spawnSync('apt-get', words, { stdio: 'inherit', env: environment }).status === 0;
  aptGet('update');
  for (const name of DEBIAN_PACKAGES) {
    console.log(`No Chromium here: installing Debian's package "${name}".`);
    if (aptGet('install', '--yes', '--no-install-recommends', name)) return;
  }
}

/** Path of a Chromium; throws an error that says what to install when there is none and none can be brought. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (canInstall()) installDebianPackage();
  const installed = findChromium();
  if (!installed) throw new Error(HOW_TO_INSTALL);
  return installed;
}
