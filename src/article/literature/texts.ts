/** The words of the literature's chart. */
import type { TextPair } from '../../i18n/texts';
import { SCORES, type ScoreName } from './schema';

export const literatureTexts = {
  title: { zh: '各篇论文测得的数字', en: 'What each paper measured' },
  lede: {
    zh: '每张图只画一篇论文同一处的数字，越靠右、越靠上越好。论文之间条件各异，数字不能相比。选一篇，就能看到刻度、名称和表格。',
    en: 'Each chart plots figures from one place in one paper; further right and further up is better. Papers differ in everything else, so figures from two of them cannot be compared. Choose a paper to see its scale, names and table.',
  },
  overview: { zh: '各篇一览', en: 'All papers' },
  paper: { zh: '论文', en: 'Paper' },
  chart: { zh: '指标', en: 'Scores' },
  rightwards: { zh: '越往右越好 →', en: 'better to the right →' },
  upwards: { zh: '越往上越好 ↑', en: 'better upwards ↑' },
  /** For scores of which some count down: the arrow alone would say that more is better. */
  better: { zh: '更好', en: 'better' },
  hollow: { zh: '空心圆：另一项没有测。', en: 'Hollow: the other score was not measured.' },
  notMeasured: { zh: '未测', en: 'not measured' },
  number: { zh: '图中', en: 'Point' },
  system: { zh: '系统', en: 'System' },
  source: { zh: '出处', en: 'Source' },
  others: { zh: '没有可比对象的数字', en: 'Single figures, with nothing to compare them with' },
  allScores: { zh: '全部数字，列成一张表', en: 'All figures, as one table' },
  scores: { zh: '数值', en: 'Figures' },
  score: { zh: '指标', en: 'Score' },
  value: { zh: '数值', en: 'Value' },
  note: { zh: '说明', en: 'Note' },
} as const satisfies Readonly<Record<string, TextPair>>;

interface ScoreText extends TextPair {
  /** Follows the number. */
  readonly unit?: string;
}

export const SCORE_TEXTS: Readonly<Record<ScoreName, ScoreText>> = {
  pope: { zh: 'POPE', en: 'POPE' },
  mmb: { zh: 'MMBench', en: 'MMBench' },
  seed: { zh: 'SEED-Bench', en: 'SEED-Bench' },
  mmmu: { zh: 'MMMU', en: 'MMMU' },
  vqav2: { zh: 'VQAv2', en: 'VQAv2' },
  gqa: { zh: 'GQA', en: 'GQA' },
  mme: { zh: 'MME', en: 'MME' },
  zeroShot: { zh: 'ImageNet 零样本', en: 'ImageNet zero-shot', unit: '%' },
  linearProbe: { zh: 'ImageNet 线性探测', en: 'ImageNet linear probe', unit: '%' },
  cider: { zh: 'CIDEr', en: 'CIDEr' },
  textToImage: { zh: 'COCO 以文搜图', en: 'COCO text to image', unit: '%' },
  rfid: { zh: 'rFID', en: 'rFID' },
  psnr: { zh: 'PSNR', en: 'PSNR', unit: '\u00a0dB' },
  gfid: { zh: 'gFID', en: 'gFID' },
  cocoFid: { zh: 'COCO FID', en: 'COCO FID' },
  usage: { zh: '码本使用率', en: 'Codebook usage', unit: '%' },
  speedup: { zh: '训练速度', en: 'Training speed', unit: '×' },
};

/** The side whose colour a score has: the page's one for understanding, or its one for generation. */
export const sideOf = (score: ScoreName): 'understanding' | 'generation' | 'neither' => {
  const { kind } = SCORES[score];
  if (kind === 'understanding') return kind;
  return kind === 'reconstruction' || kind === 'generation' ? 'generation' : 'neither';
};
