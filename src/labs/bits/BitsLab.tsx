/** What does a bit buy? The shared picture drawn back at every codebook size on either grid, beside plainer ways to spend the bits. */
import { useTexts } from '../../i18n/use-texts';
import type { LabProps } from '../lab';
import { BitsBench } from './BitsBench';
import { bitsTexts } from './texts';
import './BitsLab.css';

export default function BitsLab({ host }: LabProps) {
  const t = useTexts(bitsTexts);
  return (
    <section className="bits" aria-labelledby="bits-title">
      <h2 id="bits-title">{t('title')}</h2>
      <p className="bits-lede">{t('lede')}</p>
      <BitsBench host={host} />
    </section>
  );
}
