/** Encodes the pictures of a command line one after the other; a bad one does not keep the others from it. */
import { prepareImage } from '../../src/dataset/prepare';
import { encodingDocument } from '../../src/engine/encoding-document';
import { EngineError } from '../../src/engine/errors';
import { ImportError } from '../../src/image-file/failures';
import { failureText, noticeText } from '../../src/image-file/text';
import { decodeFile } from './decode-file';
import { sentenceOf } from './failures';
import { findPictures } from './find-pictures';
import type { EncodeOptions } from './options';
import { checkOutputs, outputNames, writePng } from './reconstructions';
import { type ShellEngine, startShellEngine } from './shell-engine';
import { summary } from './summary';

/** Transparent pictures lie on white, as at first on the page. */
const GROUND = [255, 255, 255] as const;

export interface Output {
  print(text: string): void;
  complain(sentence: string): void;
}

/** @param folder holds models/ and gallery/  @returns the exit code: 1 where anything could not be encoded */
export async function runEncode(options: EncodeOptions, folder: string, output: Output): Promise<0 | 1> {
  const found = findPictures(options.paths);
  const files = found.flatMap((each) => ('file' in each ? [each.file] : []));
  let names: readonly string[] = [];
  try {
    if (options.out !== undefined) names = outputNames(options.out, files);
    checkOutputs(names, files);
  } catch (error) {
    output.complain(sentenceOf(error));
    return 1;
  }
  const complaints = found.flatMap((each) => ('complaint' in each ? [each.complaint] : []));
  for (const complaint of complaints) output.complain(complaint);
  let failed = complaints.length > 0;
  let engine: ShellEngine | undefined;
  for (const [index, file] of files.entries()) {
    try {
      const decoded = await decodeFile(file);
      for (const notice of decoded.notices) output.complain(noticeText(notice, decoded.name, 'en'));
      engine ??= await startShellEngine(folder);
      await encodeOne(engine, file, decoded, options, names[index], output);
    } catch (error) {
      output.complain(error instanceof ImportError ? failureText(error.failure, 'en') : sentenceOf(error));
      failed = true;
      // What the engine lacks, it lacks for every picture.
      if (error instanceof EngineError) break;
    }
  }
  return failed ? 1 : 0;
}

async function encodeOne(
  engine: ShellEngine,
  file: string,
  { name, image }: Awaited<ReturnType<typeof decodeFile>>,
  { grid, codebook, json }: EncodeOptions,
  reconstructionFile: string | undefined,
  output: Output,
): Promise<void> {
  const { encoding, captions, gallery } = await engine.encode(prepareImage(image, { ground: GROUND }), { grid, codebook });
  if (reconstructionFile !== undefined) await writePng(reconstructionFile, encoding.generation.reconstruction);
  if (json) output.print(`${JSON.stringify(encodingDocument({ image: file, encoding, captions }))}\n`);
  else output.print(summary({ name, encoding, captions, gallery }));
}
