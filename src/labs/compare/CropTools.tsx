/** The reader's own image in its square: dragged, zoomed, turned, and put on a ground where it is transparent. */
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { RangeSlider } from '../../ui/RangeSlider';
import { CropFrame } from './CropFrame';
import { type Framing, GROUNDS, type GroundName, turn, zoomLimit, zoomOf, zoomTo } from './framing';
import { compareTexts } from './texts';
import type { FramedImage } from './use-own-image';
import './CropTools.css';

interface CropToolsProps {
  readonly framed: FramedImage;
  readonly onFrame: (framing: Framing) => void;
  /** The picture as the models were given it, under what is laid over it. */
  readonly figureUnder: (overlay: ReactNode, isAdjusting: boolean) => ReactNode;
}

/** Milliseconds without a change after which the framing is encoded. */
const SETTLED_AFTER = 180;

export function CropTools({ framed, onFrame, figureUnder }: CropToolsProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const help = useId();
  const { image } = framed.source;
  const [draft, setDraft] = useState(framed.framing);
  useEffect(() => setDraft(framed.framing), [framed]);

  const isSettled = draft === framed.framing;
  useEffect(() => {
    if (isSettled) return;
    const timer = setTimeout(() => onFrame(draft), SETTLED_AFTER);
    return () => clearTimeout(timer);
  }, [draft, isSettled, onFrame]);

  const grounds = (Object.keys(GROUNDS) as GroundName[]).map((value) => ({ value, content: t(value) }));
  const ground = grounds.find(({ value }) => GROUNDS[value] === draft.ground)?.value ?? 'white';

  return (
    <>
      {figureUnder(
        <CropFrame image={image} framing={draft} isAdjusting={!isSettled} helpId={help} onChange={setDraft} />,
        !isSettled,
      )}
      <div className="crop-tools">
        <p id={help} className="panel-note">
          {t('cropHelp')}
        </p>
        <div className="crop-row">
          <RangeSlider
            label={t('zoom')}
            low={0}
            high={Math.log2(zoomLimit(image))}
            step={0.05}
            value={Math.log2(zoomOf(draft, image))}
            onChange={(value) => setDraft(zoomTo(draft, 2 ** value, image))}
            textOf={(value) => t('zoomFactor', { factor: number(2 ** value, 1) })}
          />
          <Button label={t('rotateLeft')} onPress={() => setDraft(turn(draft, -1))}>
            ↺
          </Button>
          <Button label={t('rotateRight')} onPress={() => setDraft(turn(draft, 1))}>
            ↻
          </Button>
        </div>
        {framed.source.hasTransparency && (
          <Choice
            label={t('ground')}
            isLabelShown
            options={grounds}
            value={ground}
            onChange={(name) => setDraft({ ...draft, ground: GROUNDS[name] })}
          />
        )}
      </div>
    </>
  );
}
