/** What the article calls the labs, which is what they call themselves; in the order in which it comes to them. */
import type { TextPair } from '../i18n/texts';

export const LAB_NAMES = {
  bits: { zh: '一个比特换来什么？', en: 'What does a bit buy?' },
  loss: { zh: '用哪种损失？', en: 'Which loss?' },
  inside: { zh: '拆开来看', en: 'Inside' },
  paint: { zh: '用 token 作画', en: 'Paint with tokens' },
  find: { zh: '找找看', en: 'Find it' },
  survives: { zh: '改动之后，还剩下什么？', en: 'What survives a change?' },
  swap: { zh: '交换编码', en: 'The swap' },
} as const satisfies Readonly<Record<string, TextPair>>;

export type NamedLab = keyof typeof LAB_NAMES;
