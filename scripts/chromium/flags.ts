/** Flags under which Chromium runs the same on a desk, in a container and without a GPU, and says nothing to the outside. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', // containers run as root, where the sandbox refuses to start
  '--use-angle=swiftshader', // WebGL 2 in software, in the page and in a worker's OffscreenCanvas
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // The page itself is painted by the CPU, which is quicker at it than a GPU made of software.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever else would be asked for fails at once, and the tests see it.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
