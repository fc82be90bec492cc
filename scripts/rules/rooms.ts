/**
 * Who may import whom, and who may reach for what the platform offers: the plan of the house, stated once.
 * `check-imports.ts` and `check-globals.ts` hold the code to it. The first room whose pattern matches a file owns it.
 */

export interface Room {
  readonly name: string;
  /** Regular expression over the path from the root of the repository. */
  readonly files: string;
  /** Names of rooms that may be imported; a room may always import itself. */
  readonly rooms: readonly string[];
  /** Names of rooms of which only types may be imported. */
  readonly types: readonly string[];
  /** npm packages, by name, that may be imported; `*` is any package listed in package.json. */
  readonly packages: readonly string[];
  /** npm packages of which only types may be imported. */
  readonly typePackages?: readonly string[];
  /** May import Node's own modules. */
  readonly node?: true;
  /** Must compute the same anywhere, at any time: none of {@link IMPURE_GLOBALS}. */
  readonly pure?: true;
}

/** What a pure room may not touch: the page, the network, the process, the clock and chance. */
export const IMPURE_GLOBALS = [
  'globalThis',
  'self',
  'document',
  'window',
  'navigator',
  'location',
  'localStorage',
  'fetch',
  'XMLHttpRequest',
  'process',
  'Buffer',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'crypto',
  'Math.random',
] as const;

const REACT = ['react', 'react-dom'];
const CONTROLS = ['react-aria-components'];
const TEXTS = ['i18next', 'react-i18next'];

export const ROOMS: readonly Room[] = [
  // Pure: numbers in, numbers out, the same in Node, worker and test.
  { name: 'checks', files: '^src/checks\\.ts$', rooms: [], types: [], packages: ['zod'], pure: true },
  { name: 'model/types', files: '^src/model/types\\.ts$', rooms: [], types: [], packages: ['@tensorflow/tfjs-core'], pure: true },
  {
    name: 'model',
    files: '^src/model/',
    rooms: ['model/types', 'checks'],
    types: [],
    packages: ['@tensorflow/tfjs-core', 'zod', '@noble/hashes'],
    // The kernels are written against the WASM backend's class, which whoever runs them brings.
    typePackages: ['@tensorflow/tfjs-backend-wasm'],
    pure: true,
  },
  { name: 'dataset', files: '^src/dataset/', rooms: ['model/types', 'checks'], types: [], packages: ['zod'], pure: true },
  // What experiments found, as files: written by Node, read by the page.
  { name: 'results', files: '^src/results/', rooms: ['model/types', 'checks'], types: [], packages: ['zod'], pure: true },

  // The engine: what both threads know, then each thread's side.
  {
    name: 'engine/contract',
    files: '^src/engine/(protocol|trace|errors|encoding-document|encoding-document-schema)\\.ts$',
    rooms: ['model/types', 'checks'],
    types: [],
    packages: ['zod'],
    pure: true,
  },
  {
    name: 'engine/worker',
    files: '^src/engine/(worker\\.ts|handlers/|backends/|stores/)',
    rooms: ['model', 'model/types', 'checks', 'dataset', 'engine/contract', 'engine/shared'],
    types: [],
    packages: [
      'comlink',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-backend-webgl',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-cpu',
      'zod',
      '@noble/hashes',
    ],
  },
  {
    name: 'engine/shared',
    files: '^src/engine/(carriage|until)\\.ts$',
    rooms: ['engine/contract'],
    types: [],
    packages: ['comlink'],
  },
  {
    name: 'engine/client',
    files: '^src/engine/',
    rooms: ['engine/contract', 'engine/shared'],
    types: ['model/types', 'engine/worker'],
    packages: ['comlink'],
  },

  // A reader's picture file: what it is, whether it can be read, the sentence if not. Shared by the page and the shell.
  { name: 'image-file', files: '^src/image-file/', rooms: ['model/types'], types: [], packages: [], pure: true },

  // What readers see.
  { name: 'i18n', files: '^src/i18n/', rooms: [], types: ['model/types', 'engine/contract'], packages: [...REACT, ...TEXTS] },
  { name: 'ui', files: '^src/ui/', rooms: [], types: ['model/types'], packages: [...REACT, ...CONTROLS, 'katex'] },
  {
    name: 'labs/contract',
    files: '^src/labs/(lab|first-settings)\\.ts$',
    rooms: [],
    types: ['engine/client', 'engine/contract', 'dataset', 'model/types'],
    packages: [],
    typePackages: REACT,
  },
  {
    name: 'labs/registry',
    files: '^src/labs/(registry|opening-styles)\\.ts$',
    rooms: ['labs', 'ui'],
    types: ['labs/contract'],
    packages: [],
  },
  {
    name: 'labs',
    files: '^src/labs/',
    // Beyond the engine, what a lab shows before it answers: samples by their schema, a reader's picture as it is prepared.
    rooms: ['labs/contract', 'engine/client', 'engine/contract', 'dataset', 'results', 'ui', 'i18n', 'model/types', 'checks'],
    types: [],
    packages: [...REACT, ...CONTROLS, ...TEXTS, 'zustand', 'zod'],
  },
  // The article is rendered when the page is built; the reader brings it to life on the page.
  {
    name: 'article',
    files: '^src/article/',
    rooms: ['results', 'i18n', 'checks'],
    types: [],
    packages: [...REACT, 'zod'],
    typePackages: ['@types/mdx'],
  },
  { name: 'reader', files: '^src/reader/', rooms: ['ui', 'i18n'], types: [], packages: [...REACT, 'zustand', 'katex'] },
  { name: 'tour', files: '^src/tour/', rooms: ['ui', 'i18n'], types: [], packages: REACT },
  {
    name: 'app',
    files: '^src/app/',
    rooms: [
      'labs/contract',
      'labs/registry',
      'article',
      'reader',
      'tour',
      'engine/client',
      'engine/contract',
      'image-file',
      'dataset',
      'ui',
      'i18n',
      'model/types',
    ],
    types: [],
    packages: [...REACT, ...CONTROLS, ...TEXTS, 'zustand'],
  },
  { name: 'main', files: '^src/main\\.tsx$', rooms: ['app', 'reader'], types: [], packages: REACT },
  { name: 'choose', files: '^src/choose\\.ts$', rooms: ['i18n'], types: [], packages: [] },
  {
    name: 'prerender',
    files: '^src/prerender\\.tsx$',
    rooms: ['app', 'article', 'labs/registry', 'i18n'],
    types: [],
    packages: REACT,
  },

  // Node only, never in the bundle.
  {
    name: 'training',
    files: '^training/',
    // The shell runs the page's own operations, so that both give the same codes; the benchmark opens a browser as the checks do.
    rooms: ['model', 'model/types', 'checks', 'dataset', 'results', 'engine/contract', 'engine/worker', 'image-file', 'scripts'],
    types: [],
    packages: ['*'],
    node: true,
  },
  {
    name: 'scripts',
    files: '^(scripts/|vite\\.config\\.ts|vitest\\.config\\.ts)',
    rooms: ['results'],
    types: [],
    packages: ['*'],
    node: true,
  },
];
