/** Texts of the parts that several labs share. */
import { defineTexts } from '../../i18n/texts';

export const sharedTexts = defineTexts('shared', {
  picture: { zh: '图片', en: 'Picture' },
  ownPicture: { zh: '你的图片', en: 'Your picture' },
  valuesFrom: { zh: '从第几个起', en: 'From' },
  drawnBy: { zh: '{{concept}}，出自 {{artist}}', en: '{{concept}}, by {{artist}}' },
});
