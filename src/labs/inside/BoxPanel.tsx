/** The inside of each box. */
import type { BoxId } from './boxes';
import { featureFormula, patchFormula } from './formulas/sums';
import { ArgminPanel } from './panels/ArgminPanel';
import { AttentionPanel } from './panels/AttentionPanel';
import { DecoderPanel } from './panels/DecoderPanel';
import { DistancesPanel } from './panels/DistancesPanel';
import { EntriesPanel } from './panels/EntriesPanel';
import { InputPanel } from './panels/InputPanel';
import { MapsPanel } from './panels/MapsPanel';
import { PoolPanel } from './panels/PoolPanel';
import type { PanelProps } from './panels/panel';
import { VectorPanel } from './panels/VectorPanel';
import type { Measured } from './use-measured';
import './BoxPanel.css';

interface BoxPanelProps extends PanelProps {
  readonly box: BoxId;
  readonly measured: Measured;
}

export function BoxPanel({ box, measured, ...props }: BoxPanelProps) {
  const { trace } = props.shown;
  const { place } = props.view;
  switch (box) {
    case 'read':
    case 'cut':
      return <InputPanel box={box} {...props} />;
    case 'patches':
      return <MapsPanel box={box} {...props} formulaOf={(channel) => patchFormula(trace.understanding, place, channel)} />;
    case 'features':
      return <MapsPanel box={box} {...props} formulaOf={(channel) => featureFormula(trace.generation, place, channel)} />;
    case 'attention':
      return <AttentionPanel {...props} />;
    case 'pool':
      return <PoolPanel {...props} />;
    case 'vector':
      return <VectorPanel {...props} />;
    case 'distances':
      return <DistancesPanel {...props} />;
    case 'argmin':
      return <ArgminPanel {...props} measured={measured} />;
    case 'entries':
      return <EntriesPanel {...props} />;
    case 'decoder':
      return <DecoderPanel {...props} measured={measured} />;
  }
}
