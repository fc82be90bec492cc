/** The article's sections in order, and the lab that stands beside each. Their texts lie in `<id>/zh.mdx` and `<id>/en.mdx`. */
import type { Section } from './section';

export const SECTIONS: readonly Section[] = [
  { id: 'goals', title: { zh: '任务与特征', en: 'Tasks' }, lab: 'compare' },
  { id: 'design', title: { zh: '编码器', en: 'Encoders' }, lab: 'compare' },
  { id: 'models', title: { zh: '典型模型', en: 'Models' }, lab: 'compare' },
  { id: 'causes', title: { zh: '根源', en: 'Causes' }, lab: 'compare' },
  { id: 'outlook', title: { zh: '展望', en: 'Outlook' }, lab: 'compare' },
  { id: 'literature', title: { zh: '文献', en: 'Literature' } },
];
