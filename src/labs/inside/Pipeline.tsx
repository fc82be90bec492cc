/** One encoder from its input to its code: its steps in order, each a box. */
import { useId } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Box } from './Box';
import { BoxPanel } from './BoxPanel';
import type { BoxId } from './boxes';
import { describeBox } from './describe-box';
import type { PanelProps } from './panels/panel';
import { Thumb } from './Thumb';
import { insideTexts } from './texts';
import type { Measured } from './use-measured';

interface PipelineProps extends PanelProps {
  readonly side: 'understanding' | 'generation';
  readonly boxes: readonly BoxId[];
  readonly measured: Measured;
  readonly onToggle: (box: BoxId, isOpen: boolean) => void;
}

export function Pipeline({ side, boxes, measured, onToggle, ...props }: PipelineProps) {
  const t = useTexts(insideTexts);
  const heading = useId();
  const { shown, view } = props;
  return (
    <section className="inside-pipeline" data-side={side} aria-labelledby={heading}>
      <h3 id={heading}>
        {t(side)} <small>{t(`${side}Way`)}</small>
      </h3>
      <ol aria-label={t('steps', { side: t(side) })}>
        {boxes.map((box) => (
          <Box
            key={box}
            id={box}
            {...describeBox(box, shown.trace, t)}
            thumb={<Thumb box={box} shown={shown} view={view} />}
            isOpen={view.open.includes(box)}
            onToggle={(isOpen) => onToggle(box, isOpen)}
          >
            {() => <BoxPanel box={box} measured={measured} {...props} />}
          </Box>
        ))}
      </ol>
    </section>
  );
}
