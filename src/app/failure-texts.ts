/** What the reader is told when the engine fails: one sentence a code, never the technical detail. */
import type { FailureCode } from '../engine/errors';
import { defineTexts, type TextPair } from '../i18n/texts';

const sentences = {
  'backend-unavailable': {
    zh: '此浏览器无法运行所需的计算后端（{{subject}}）。去掉网址中的 backend 参数，页面会自行选择。',
    en: 'This browser cannot run the backend asked for ({{subject}}). Without “backend” in the address, the page chooses one itself.',
  },
  'context-lost': {
    zh: '浏览器收回了显卡（{{subject}}），计算中断。最后一张完好的图像保持不变。',
    en: 'The browser took the graphics card away ({{subject}}) during the computation. The last good picture stays.',
  },
  'worker-crashed': {
    zh: '计算引擎意外停止。最后一张完好的图像保持不变。',
    en: 'The engine stopped unexpectedly. The last good picture stays.',
  },
  'script-missing': {
    zh: '网页程序的一部分没能下载。请检查网络连接。',
    en: 'A part of this page’s program could not be fetched. Please check the connection.',
  },
  'weights-missing': {
    zh: '无法取得模型权重文件“{{subject}}”。请检查网络连接。',
    en: 'The model weights “{{subject}}” could not be fetched. Please check the connection.',
  },
  'weights-truncated': {
    zh: '模型权重文件“{{subject}}”不完整：下载中途断开了。',
    en: 'The model weights “{{subject}}” are incomplete: the download was cut short.',
  },
  'weights-altered': {
    zh: '模型权重文件“{{subject}}”与发布的不一致（校验和不符），因此没有使用。',
    en: 'The model weights “{{subject}}” are not the ones published (their checksum differs), so they are not used.',
  },
  'weights-invalid': {
    zh: '模型清单“{{subject}}”无法读取：内容不符合格式。',
    en: 'The model manifest “{{subject}}” cannot be read: it does not have the expected form.',
  },
  'weights-stale': {
    zh: '“{{subject}}”属于另一版模型，不能与当前模型一起使用。请刷新页面；若仍如此，是网站上的文件没有更新齐全。',
    en: '“{{subject}}” belongs to another version of the model and cannot be used with this one. Reload the page; if that does not help, the files on the site do not fit together.',
  },
  'gallery-missing': {
    zh: '无法取得图库文件“{{subject}}”。请检查网络连接。',
    en: 'The gallery file “{{subject}}” could not be fetched. Please check the connection.',
  },
  'gallery-stale': {
    zh: '图库“{{subject}}”是用另一版权重生成的，不能与当前模型比较。',
    en: 'The gallery “{{subject}}” was made with other weights, so it cannot be compared with this model.',
  },
  'out-of-memory': {
    zh: '设备内存不足，计算中断。请关闭其他标签页后重试。',
    en: 'The device ran out of memory. Please close other tabs and try again.',
  },
  internal: {
    zh: '程序出错了，这是我们的疏漏。最后一张完好的图像保持不变。',
    en: 'Something went wrong in the program; the fault is ours. The last good picture stays.',
  },
} as const satisfies Record<FailureCode, TextPair>;

export const failureTexts = defineTexts('failures', sentences);
