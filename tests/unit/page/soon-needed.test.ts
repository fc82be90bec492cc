import { expect, test } from 'vitest';
import { soonNeeded, stylesOfOpeningLab } from '../../../scripts/page/soon-needed';
import { startScript } from '../../../scripts/page/start-script';

type Bundle = Parameters<typeof soonNeeded>[0];

/** As much of a bundle as is looked at. */
const chunk = (fileName: string, facadeModuleId: string | null, ...imports: string[]) => ({
  type: 'chunk' as const,
  fileName,
  facadeModuleId,
  imports,
});
const bundleOf = (...outputs: { readonly fileName: string }[]): Bundle =>
  Object.fromEntries(outputs.map((output) => [output.fileName, output])) as unknown as Bundle;

const LAB = chunk('assets/CompareLab-a.js', '/p/src/labs/compare/CompareLab.tsx', 'assets/grid-b.js', 'assets/slider-c.js');
const PARTS = [chunk('assets/grid-b.js', null, 'assets/slider-c.js'), chunk('assets/slider-c.js', null)];
const CLIENT = chunk('assets/client-d.js', '/p/src/engine/client.ts');
const CHECKS = chunk('assets/check-files-i.js', '/p/src/labs/shared/check-files.ts', 'assets/grid-b.js');
const WORKER = {
  type: 'asset',
  fileName: 'assets/worker-e.js',
  source: 'import{a}from"./core-f.js";const b=()=>import("./webgl-g.js");',
};

test('what the page imports at once is listed with all its parts, each once; of the worker what it imports at once', () => {
  expect(soonNeeded(bundleOf(LAB, ...PARTS, CLIENT, CHECKS, WORKER))).toEqual([
    'worker-e.js',
    'core-f.js',
    'client-d.js',
    'CompareLab-a.js',
    'grid-b.js',
    'slider-c.js',
    'check-files-i.js',
  ]);
});

test('a build without one of them is refused', () => {
  expect(() => soonNeeded(bundleOf(...PARTS, CLIENT, CHECKS, WORKER))).toThrow(/CompareLab\.tsx/);
  expect(() => soonNeeded(bundleOf(LAB, ...PARTS, CLIENT, CHECKS))).toThrow(/worker/);
});

test('the opening lab’s styles are those of all its parts, each once', () => {
  const styled = (part: ReturnType<typeof chunk>, ...importedCss: string[]) => ({
    ...part,
    viteMetadata: { importedCss: new Set(importedCss) },
  });
  const bundle = bundleOf(styled(LAB, 'lab.css', 'grid.css'), ...PARTS.map((part) => styled(part, 'grid.css')), CLIENT);
  expect(stylesOfOpeningLab(bundle)).toEqual(['lab.css', 'grid.css']);
});

test('the script names every file', () => {
  const script = startScript(['main-h.js'], ['client-d.js']);
  expect(script).toContain('const files=["main-h.js"]');
  expect(script).toContain('"client-d.js"');
});
