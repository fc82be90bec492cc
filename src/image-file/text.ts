/** The sentences about picture files, for the page and the shell: each names the file, the reason, and what helps. */
import type { Language } from '../model/types';
import type { ImportFailure, ImportNotice, ImportReason, OtherContent } from './failures';
import { FORMAT_NAMES } from './formats';
import { MAX_FILE_BYTES, MAX_PIXELS, MAX_SIDE } from './limits';

type Pair = Readonly<Record<Language, string>>;
type FailureTexts = { readonly [C in ImportReason['code']]: (reason: Extract<ImportReason, { code: C }>, file: string) => Pair };
type NoticeTexts = { readonly [C in ImportNotice['code']]: (notice: Extract<ImportNotice, { code: C }>, file: string) => Pair };

const MEGABYTE = 1024 * 1024;
const count = (value: number): string => new Intl.NumberFormat('en').format(value);
const megabytes = (bytes: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(Math.ceil((bytes / MEGABYTE) * 10) / 10);

/** Pixel counts as cameras are advertised: megapixels in English, 万 and 亿 in Chinese; rounded up, so that an excess shows. */
function pixelCount(pixels: number): Pair {
  const hundredMillions = Math.ceil(pixels / 1_000_000) / 100;
  return {
    en: `${count(Math.ceil(pixels / 1_000_000))} megapixels`,
    zh: hundredMillions >= 1 ? `${count(hundredMillions)} 亿像素` : `${count(Math.ceil(pixels / 10_000))} 万像素`,
  };
}

const CONTENT: Readonly<Record<OtherContent, Pair>> = {
  text: { en: 'its content is text', zh: '里面是文字' },
  pdf: { en: 'it is a PDF document', zh: '它是一份 PDF 文档' },
  archive: { en: 'it is a compressed archive', zh: '它是一个压缩包' },
  video: { en: 'it is a video or sound recording', zh: '它是一段视频或录音' },
};

const FAILURES: FailureTexts = {
  unreadable: (_, file) => ({
    en: `“${file}” could not be read: it may have been moved, deleted, or be a folder. Choose it again.`,
    zh: `无法读取“${file}”：它可能已被移动或删除，也可能是一个文件夹。请重新选择。`,
  }),
  empty: (_, file) => ({
    en: `“${file}” is empty: the file holds 0 bytes. Export or download it again.`,
    zh: `“${file}”是空文件，只有 0 字节。请重新导出或下载后再试。`,
  }),
  'too-large': ({ bytes }, file) => ({
    en: `“${file}” is too large: ${megabytes(bytes)} MB, where at most ${megabytes(MAX_FILE_BYTES)} MB can be opened. Save a smaller copy of it.`,
    zh: `“${file}”太大：${megabytes(bytes)} MB，而最多只能打开 ${megabytes(MAX_FILE_BYTES)} MB。请另存一份较小的副本。`,
  }),
  'not-an-image': ({ content }, file) => ({
    en: `“${file}” is not an image${content ? `: ${CONTENT[content].en}` : ''}. Choose a JPEG, PNG, WebP, AVIF, GIF or SVG file.`,
    zh: `“${file}”不是图片${content ? `，${CONTENT[content].zh}` : ''}。请选择 JPEG、PNG、WebP、AVIF、GIF 或 SVG 文件。`,
  }),
  truncated: ({ format }, file) => ({
    en: `“${file}” is incomplete: this ${FORMAT_NAMES[format]} file ends before its picture does. Copy or download it again.`,
    zh: `“${file}”不完整：这个 ${FORMAT_NAMES[format]} 文件在图像结束之前就中断了。请重新复制或下载。`,
  }),
  broken: ({ format }, file) => ({
    en: `“${file}” is damaged: it begins as a ${FORMAT_NAMES[format]} image, but its content cannot be decoded. Open it in an image program and save it anew.`,
    zh: `“${file}”已损坏：它的开头是 ${FORMAT_NAMES[format]} 图片，内容却无法解码。请用图像软件打开并重新保存。`,
  }),
  'too-many-pixels': ({ width, height }, file) => ({
    en: `“${file}” has too many pixels: ${count(width)} × ${count(height)} (${pixelCount(width * height).en}), where at most ${pixelCount(MAX_PIXELS).en} and ${count(MAX_SIDE)} pixels a side can be opened. Scale it down first.`,
    zh: `“${file}”的像素太多：${count(width)} × ${count(height)}（${pixelCount(width * height).zh}），而最多只能打开 ${pixelCount(MAX_PIXELS).zh}，且每边不超过 ${count(MAX_SIDE)} 像素。请先把它缩小。`,
  }),
  'unsupported-format': ({ format, place }, file) => ({
    en: `“${file}” is a ${FORMAT_NAMES[format]} image, which ${place === 'browser' ? 'this browser' : 'this command'} cannot decode. Convert it to JPEG or PNG.`,
    zh: `“${file}”是 ${FORMAT_NAMES[format]} 图片，${place === 'browser' ? '这个浏览器' : '这个命令'}无法解码。请把它转换成 JPEG 或 PNG。`,
  }),
  'svg-external-reference': ({ reference }, file) => ({
    en: `“${file}” refers to something outside the file (${reference}), which is never fetched here. Embed it in the SVG, or save the picture as PNG.`,
    zh: `“${file}”引用了文件以外的内容（${reference}），这里从不会去获取。请把它嵌入 SVG，或将图片另存为 PNG。`,
  }),
  'svg-too-complex': (_, file) => ({
    en: `“${file}” is too complex: drawing this SVG could block the page for a long time. Save it as PNG.`,
    zh: `“${file}”过于复杂：绘制这个 SVG 可能会使页面长时间停顿。请把它另存为 PNG。`,
  }),
  'timed-out': ({ seconds }, file) => ({
    en: `“${file}” was given up: it was not decoded within ${count(seconds)} seconds. Save a smaller copy of it.`,
    zh: `已放弃打开“${file}”：${count(seconds)} 秒内没有解码完成。请另存一份较小的副本。`,
  }),
  'canvas-blocked': (_, file) => ({
    en: `“${file}” was opened, but the browser keeps its pixels from this page to hinder fingerprinting. Allow this page to read canvas data, or use one of the samples.`,
    zh: `“${file}”已经打开，但浏览器为了防止指纹追踪，不让本页读取它的像素。请允许本页读取画布数据，或改用示例图片。`,
  }),
};

const NOTICES: NoticeTexts = {
  'first-frame': (_, file) => ({
    en: `“${file}” is animated; only its first frame is used.`,
    zh: `“${file}”是动图，这里只用它的第一帧。`,
  }),
  'high-depth': ({ bits }, file) => ({
    en: `“${file}” has ${bits} bits a channel; 8 of them are used.`,
    zh: `“${file}”每个通道有 ${bits} 位，这里只用其中的 8 位。`,
  }),
  cmyk: (_, file) => ({
    en: `“${file}” is in print colours (CMYK); they were converted to screen colours and may look a little different.`,
    zh: `“${file}”使用印刷色（CMYK），已转换为屏幕颜色，看上去可能略有不同。`,
  }),
  'svg-script-ignored': (_, file) => ({
    en: `“${file}” contains scripts; they were not run.`,
    zh: `“${file}”含有脚本，这里没有运行它们。`,
  }),
  'svg-foreign-content-left-out': (_, file) => ({
    en: `“${file}” contains content that is not SVG (foreignObject); it was left out, and what the file offers in its place, if anything, was drawn.`,
    zh: `“${file}”含有 SVG 以外的内容（foreignObject），这里略去了它；如果文件备有替代图形，则改画替代图形。`,
  }),
  enlarged: ({ width, height }, file) => ({
    en: `“${file}” is only ${count(width)} × ${count(height)} pixels; it was enlarged to fit the models.`,
    zh: `“${file}”只有 ${count(width)} × ${count(height)} 像素，已放大到模型所需的尺寸。`,
  }),
  'canvas-altered': (_, file) => ({
    en: `This browser alters the pixels that pages read, to hinder fingerprinting; the codes of “${file}” may differ slightly from those of the true picture. Allowing this page to read canvas data avoids that.`,
    zh: `这个浏览器为了防止指纹追踪，会改动网页读到的像素，因此“${file}”的编码可能与真实图片略有出入。允许本页读取画布数据即可避免。`,
  }),
};

/** The sentence for a picture file that was refused. */
export function failureText(failure: ImportFailure, language: Language): string {
  const write = FAILURES[failure.code] as (reason: ImportReason, file: string) => Pair;
  return write(failure, displayName(failure.name))[language];
}

/** The sentence for something worth knowing about a picture that was opened. */
export function noticeText(notice: ImportNotice, fileName: string, language: Language): string {
  const write = NOTICES[notice.code] as (notice: ImportNotice, file: string) => Pair;
  return write(notice, displayName(fileName))[language];
}

const LONGEST_NAME = 60;

/**
 * A file's name as it may stand in a sentence: without control and text-direction characters, which could
 * drive a terminal or turn the sentence around, and with the middle of a very long name left out.
 */
export function displayName(name: string): string {
  const clean = [...name.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF]/gu, '')];
  if (clean.length <= LONGEST_NAME) return clean.join('');
  const half = Math.floor((LONGEST_NAME - 1) / 2);
  return `${clean.slice(0, half).join('')}…${clean.slice(-half).join('')}`;
}
