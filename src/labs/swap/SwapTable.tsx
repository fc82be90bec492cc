/** The two-by-two with the choice of what is measured, or why it is not there. */
import { useTexts } from '../../i18n/use-texts';
import type { TwoByTwo as Result } from '../../results/two-by-two';
import { Choice } from '../../ui/Choice';
import type { AwaitedFinding } from '../shared/use-finding';
import { AllNumbers, DRAW_NAMES, TELL_NAMES } from './AllNumbers';
import { DRAW_MEASURES, type Measures, TELL_MEASURES } from './measures';
import { TwoByTwo } from './TwoByTwo';
import { swapTexts } from './texts';

interface SwapTableProps {
  readonly finding: AwaitedFinding<Result>;
  readonly measures: Measures;
  readonly onMeasures: (changes: Partial<Measures>) => void;
}

const ABSENT = {
  reading: 'tableReading',
  missing: 'tableMissing',
  stale: 'tableStale',
  failed: 'tableFailed',
} as const;
const TELL_NOTES = { group: 'tellGroupNote', balanced: 'tellBalancedNote', concept: 'tellConceptNote' } as const;
const DRAW_NOTES = { psnr: 'drawPsnrNote', ssim: 'drawSsimNote', photos: 'drawPhotosNote', judge: 'drawJudgeNote' } as const;

export function SwapTable({ finding, measures, onMeasures }: SwapTableProps) {
  const t = useTexts(swapTexts);
  return (
    <div className="swap-part" data-shows="tell draw">
      <h3>{t('tableTitle')}</h3>
      <p className="swap-lede">{t('tableLede')}</p>
      {finding.state === 'found' ? (
        <>
          <div className="swap-measures">
            <Choice
              label={t('tellBy')}
              isLabelShown
              options={TELL_MEASURES.map((value) => ({ value, content: t(TELL_NAMES[value]) }))}
              value={measures.tell}
              onChange={(tell) => onMeasures({ tell })}
            />
            <Choice
              label={t('drawBy')}
              isLabelShown
              options={DRAW_MEASURES.map((value) => ({ value, content: t(DRAW_NAMES[value]) }))}
              value={measures.draw}
              onChange={(draw) => onMeasures({ draw })}
            />
          </div>
          <TwoByTwo figures={finding.result.figures} measures={measures} />
          <dl className="swap-notes">
            <dt>{t(TELL_NAMES[measures.tell])}</dt>
            <dd>{t(TELL_NOTES[measures.tell])}</dd>
            <dt>{t(DRAW_NAMES[measures.draw])}</dt>
            <dd>{t(DRAW_NOTES[measures.draw])}</dd>
          </dl>
          <AllNumbers figures={finding.result.figures} />
        </>
      ) : (
        <p className="swap-message">{t(ABSENT[finding.state])}</p>
      )}
    </div>
  );
}
