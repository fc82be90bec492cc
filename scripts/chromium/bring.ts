/** Brings a Chromium where there is none; the browser tests would else begin with the download. */
import { ensureChromium } from './ensure';

console.log(ensureChromium());
