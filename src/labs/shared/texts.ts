/** Texts of the parts that several labs share. */
import { defineTexts } from '../../i18n/texts';

export const sharedTexts = defineTexts('shared', {
  picture: { zh: '图片', en: 'Picture' },
  ownPicture: { zh: '你的图片', en: 'Your picture' },
  valuesFrom: { zh: '从第几个起', en: 'From' },
  previousRows: { zh: '上一页', en: 'Previous' },
  nextRows: { zh: '下一页', en: 'Next' },
  rowsShown: { zh: '第 {{first}} 至 {{last}} 行，共 {{count}} 行', en: 'Rows {{first}} to {{last}} of {{count}}' },
  drawnBy: { zh: '{{concept}}，出自 {{artist}}', en: '{{concept}}, by {{artist}}' },
});
