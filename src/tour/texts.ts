/** The words around the tour's own. */
import { defineTexts } from '../i18n/texts';

export const tourTexts = defineTexts('tour', {
  tour: { zh: '导览', en: 'Guided tour' },
  place: { zh: '第 {{step}} 站，共 {{count}} 站', en: 'Stop {{step}} of {{count}}' },
  back: { zh: '上一站', en: 'Back' },
  next: { zh: '下一站', en: 'Next' },
  finish: { zh: '结束', en: 'Finish' },
  play: { zh: '自动前进', en: 'Play' },
  pause: { zh: '暂停', en: 'Pause' },
  leave: { zh: '离开导览', en: 'Leave the tour' },
});
