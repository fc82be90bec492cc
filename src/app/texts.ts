/** The texts of the frame around the labs. */
import { defineTexts } from '../i18n/texts';

export const appTexts = defineTexts('app', {
  pageTitle: {
    zh: '一图二码：为什么看懂图和画出图用的是两种编码器',
    en: 'One Image, Two Codes: why seeing and drawing use different encoders',
  },
  pageDescription: {
    zh: '同一张图片交给两个编码器，在浏览器里实时计算：理解用的向量，生成用的 token。逐条对照一篇文章的论断、文献的数字和本页的测量。',
    en: 'One picture under two encoders, live in the browser: the vector that understanding uses and the tokens that drawing uses. An article read claim by claim against the literature and against what is measured here.',
  },
  skipToArticle: { zh: '跳到正文', en: 'Skip to the article' },
  contents: { zh: '目录', en: 'Contents' },
  contentsLab: { zh: '实验台', en: 'Lab' },
  contentsClaims: { zh: '论断', en: 'Claims' },
  contentsGlossary: { zh: '术语', en: 'Glossary' },
  contentsBibliography: { zh: '参考文献', en: 'Bibliography' },
  fold: { zh: '收起实验台', en: 'Fold the lab' },
  unfold: { zh: '展开实验台', en: 'Unfold the lab' },
  lede: {
    zh: '同一张图片编码两次：一次化为说明画了什么的向量，一次化为能重新画出它的 token。',
    en: 'The same picture, encoded twice: as one vector that says what it shows, and as tokens it can be drawn from again.',
  },
  startTour: { zh: '三分钟导览', en: 'Tour, 3 minutes' },
  resumeTour: { zh: '继续导览', en: 'Resume the tour' },
  endTour: { zh: '结束导览', en: 'End the tour' },
  language: { zh: '语言', en: 'Language' },
  theme: { zh: '明暗', en: 'Theme' },
  auto: { zh: '自动', en: 'Auto' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },

  engine: { zh: '引擎', en: 'Engine' },
  engineStarting: { zh: '正在启动…', en: 'starting…' },
  engineReady: { zh: '{{backend}}，编码一次约 {{ms}} 毫秒', en: '{{backend}}, about {{ms}} ms per encoding' },
  engineRecovering: { zh: '正在恢复…', en: 'recovering…' },
  engineFailed: { zh: '未运行', en: 'not running' },

  tryAgain: { zh: '重试', en: 'Try again' },
  dismiss: { zh: '关闭', en: 'Dismiss' },
  notices: { zh: '提示', en: 'Notices' },
  recovering: { zh: '{{sentence}}引擎正在自行恢复。', en: '{{sentence}} The engine is recovering by itself.' },
  recovered: { zh: '{{sentence}}引擎已自行恢复。', en: '{{sentence}} The engine has recovered by itself.' },
  noBackend: {
    zh: '在此浏览器中，WebGL、WebAssembly 和普通 JavaScript 都没能完成计算。请重试，或换一个浏览器。',
    en: 'Neither WebGL nor WebAssembly nor plain JavaScript could compute in this browser. Please try again, or another browser.',
  },
  unnamed: { zh: '未命名', en: 'unnamed' },
  oneOfSeveral: {
    zh: '一次只能看一张图：打开了“{{name}}”，其余的没有打开。',
    en: 'One picture can be looked at at a time: “{{name}}” was opened, the others were not.',
  },
  rejected: {
    zh: '网址中的 {{name}}=“{{value}}”无法识别，已改用默认值。',
    en: '“{{value}}” is not a value of “{{name}}” that this page knows; the default is used.',
  },

  languageMissing: {
    zh: '英文版没能下载。请检查网络连接。',
    en: 'The Chinese text could not be fetched. Please check the connection.',
  },
  labBroken: { zh: '这一部分出错停止了，这是我们的疏漏。', en: 'This part of the page has stopped; the fault is ours.' },
  labMissing: {
    zh: '这一部分没能下载。请检查网络连接。',
    en: 'This part of the page could not be fetched. Please check the connection.',
  },
  footer: {
    zh: '全部计算都在你的浏览器中进行，没有任何内容发送到别处。',
    en: 'Everything is computed in your browser; nothing is sent anywhere.',
  },
});
