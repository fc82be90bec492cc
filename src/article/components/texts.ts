/** The words that the article's components add to the text. */
import type { TextPair } from '../../i18n/texts';
import type { Verdict } from '../claims/claim';

export const articleTexts = {
  understanding: { zh: '理解', en: 'Understanding' },
  generation: { zh: '生成', en: 'Generation' },
  bothSides: { zh: '理解与生成', en: 'Understanding and generation' },
  notMeasured: { zh: '尚未测量', en: 'not measured yet' },
  predict: { zh: '先猜，再看', en: 'Predict, then look' },
  answer: { zh: '测量结果（64×64）', en: 'What was measured, at 64×64' },
  comparison: { zh: '原文的对比表', en: 'The article’s comparison' },
  dimension: { zh: '维度', en: 'Aspect' },
  understandingEncoder: { zh: '理解编码器', en: 'Understanding encoder' },
  generationEncoder: { zh: '生成编码器', en: 'Generation encoder' },
  labIndex: { zh: '文中的实验', en: 'Labs along the way' },
  testedBy: { zh: '如何检验', en: 'Tested by' },
  claims: { zh: '全部论断', en: 'All claims' },
  claimsLede: {
    zh: '原文的每一条论断，连同查证文献与实验之后的判断。引号内是原文。本页的测量都用小模型、64×64 的图：看得出方向，不算重复论文的实验。',
    en: 'Each claim of the article, with what the literature and the experiments here say of it. The article is quoted in Chinese. What is measured here is measured with small models at 64×64: a direction, not a replication of the papers.',
  },
  verdict: { zh: '判断', en: 'Verdict' },
  all: { zh: '全部', en: 'All' },
  section: { zh: '章节', en: 'Section' },
  allSections: { zh: '各章', en: 'All sections' },
  noClaims: { zh: '这一章没有这样的论断。', en: 'This section has no such claim.' },
  claim: { zh: '论断', en: 'Claim' },
  measured: { zh: '本页测得（64×64）', en: 'Measured here, at 64×64' },
  source: { zh: '出处', en: 'Source' },
  glossary: { zh: '术语', en: 'Glossary' },
  bibliography: { zh: '参考文献', en: 'Bibliography' },
} as const satisfies Readonly<Record<string, TextPair>>;

export const VERDICT_TEXTS: Readonly<Record<Verdict, TextPair>> = {
  holds: { zh: '成立', en: 'holds' },
  imprecise: { zh: '不准确', en: 'imprecise' },
  wrong: { zh: '错误', en: 'wrong' },
  opinion: { zh: '看法', en: 'opinion' },
};

/** A sign beside the colour, so that verdicts are told apart without it. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { holds: '✓', imprecise: '≈', wrong: '✕', opinion: '?' };
