/** `npm run lexicon`: fits the lexicon to the published contrastive model's towers, measures captions with it, writes public/models/lexicon. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { createLexicon } from '../src/model/contrastive/lexicon';
import { createTokeniser } from '../src/model/contrastive/vocabulary';
import { disposeParams, uploadParams } from '../src/model/params';
import { groupSpecs, LEXICON_ID } from '../src/model/registry';
import { decodeWeights, encodeWeights, parseLexiconManifest, sha256Hex, weightGroup } from '../src/model/weights';
import { explain } from './command/explain';
import { loadDataset } from './dataset';
import { captionMetrics } from './evaluate/contrastive';
import { rounded } from './export';
import { loadKeywords } from './keywords';
import { fitLexicon, LEXICON } from './lexicon/fit';
import { lexiconMaterial } from './lexicon/sayings';
import { readContrastive, readWords } from './published';
import { initWasm } from './runtime/wasm';
import { MODELS_FOLDER, toFloat16 } from './stored-weights';

async function makeLexicon(): Promise<void> {
  await initWasm();
  const [dataset, { keywords, sha256 }] = [loadDataset(), loadKeywords()];
  const { manifest: towers, arrays: towerArrays, folder } = readContrastive();
  const params = uploadParams(towerArrays);
  const { sayings, targets } = lexiconMaterial(params, towers.config, dataset, keywords.concepts);
  const { config, units, arrays } = fitLexicon(sayings, targets, keywords.nouns);

  const model = { family: 'lexicon', id: LEXICON_ID, config } as const;
  const { group, bytes } = encodeWeights('weights', 'weights.bin', groupSpecs(model).weights ?? [], arrays, 'uint8', toFloat16);
  const stored = decodeWeights({ ...model, weightsManifest: [group] }, 'weights', bytes);
  const tokeniser = createTokeniser(readWords(folder, towers.vocabulary));
  const [ofStored, ofFloat32] = [stored, arrays].map((own) => {
    const reader = { params, config: towers.config, tokeniser, lexicon: createLexicon(units, own) };
    return rounded(captionMetrics(reader, dataset));
  });
  disposeParams(params);

  const words = new TextEncoder().encode(JSON.stringify(units));
  const manifest = parseLexiconManifest({
    format: 1,
    ...model,
    towers: { image: weightGroup(towers, 'image').sha256, text: weightGroup(towers, 'text').sha256 },
    fitting: {
      command: 'npm run lexicon',
      settings: LEXICON,
      dataSha256: dataset.sha256.data,
      splitSha256: dataset.sha256.split,
      keywordsSha256: sha256,
    },
    units: { path: 'units.json', sha256: sha256Hex(words), bytes: words.length },
    weightsManifest: [group],
    metrics: { stored: ofStored, float32: ofFloat32 },
  });
  const out = join(MODELS_FOLDER, LEXICON_ID);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'weights.bin'), bytes);
  writeFileSync(join(out, 'units.json'), words);
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  console.log(`${config.units} words and pairs of characters, written to ${out}`);
  console.table(Object.fromEntries(Object.entries(ofStored ?? {}).map(([name, value]) => [name, { stored: value }])));
}

await new Command('lexicon')
  .description('Fit the lexicon to the published contrastive model; needs `npm run data`.')
  .action(makeLexicon)
  .parseAsync()
  .catch(explain);
