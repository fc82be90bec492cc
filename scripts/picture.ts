/** `npm run picture`: takes the README's picture of the built page. */
import { mkdir } from 'node:fs/promises';
import { visitBuiltPage } from './page/visit';

await mkdir('docs', { recursive: true });
await visitBuiltPage('?lang=en', (page) => page.screenshot({ path: 'docs/compare.png' }));
