/** Vite plugin: writes the Content-Security-Policy into the built page (the dev server needs inline scripts, so not there). */
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from './csp';

export function cspPlugin(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy({ asHeader: false }) },
        injectTo: 'head-prepend',
      },
    ],
  };
}
