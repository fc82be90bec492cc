/** Flags under which Chromium runs the same on a desk, in a container and without a GPU, and says nothing to the outside. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', // containers run as root, where the sandbox refuses to start
  '--use-angle=swiftshader', // WebGL 2 in software, in the page and in a worker's OffscreenCanvas
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever else would be asked for fails at once, and the tests see it.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
