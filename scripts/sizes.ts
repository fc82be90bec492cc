/** `npm run sizes`: what the first view asks for in each language and how many bytes it takes on the wire, then each model. Needs a built page. */
import { readdir } from 'node:fs/promises';
import { FIRST_VIEW_LIMIT, MODEL_LIMIT } from './page/budget';
import { BUILT_PAGE, visitBuiltPage } from './page/visit';
import { type FileSize, fileSize, folderSizes, servedFile, total } from './page/wire-size';

/** Paths of the files that the page asks for on opening, until nothing more is asked for; what page and worker both ask for comes once. */
const firstViewPaths = (language: 'zh' | 'en') =>
  visitBuiltPage(`${language}/`, async (_, { served }) => [...new Set(served.map(({ path }) => servedFile(path)))]);

const number = (bytes: number) => bytes.toLocaleString('en').padStart(11);
const row = (name: string, raw: number, gzip: number, brotli: number) =>
  console.log(`${name.padEnd(56)}${number(raw)}${number(gzip)}${number(brotli)}`);
const table = (sizes: readonly FileSize[]) => {
  for (const { path, raw, gzip, brotli } of sizes) row(path, raw, gzip, brotli);
};
const sum = (name: string, sizes: readonly FileSize[]) =>
  row(name, total(sizes, 'raw'), total(sizes, 'gzip'), total(sizes, 'brotli'));

console.log(`${'bytes'.padEnd(56)}${'raw'.padStart(11)}${'gzip'.padStart(11)}${'brotli'.padStart(11)}\n`);
for (const language of ['zh', 'en'] as const) {
  const firstView = await Promise.all((await firstViewPaths(language)).map((path) => fileSize(BUILT_PAGE, path)));
  table(firstView);
  sum(`\nFIRST VIEW (${language}), at most ${FIRST_VIEW_LIMIT.toLocaleString('en')} on the wire`, firstView);
  console.log();
}

console.log(`MODELS, each at most ${MODEL_LIMIT.toLocaleString('en')} on the wire`);
for (const id of await readdir(`${BUILT_PAGE}/models`)) sum(id, await folderSizes(BUILT_PAGE, `models/${id}`));
