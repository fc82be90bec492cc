/** The lab once there is a picture: palette, canvas, what it decodes to, and beside it the embedding. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { createRng } from '../../dataset/rng';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { Button } from '../../ui/Button';
import { CellOutline } from '../../ui/CellOutline';
import { Choice } from '../../ui/Choice';
import { PixelImage } from '../../ui/PixelImage';
import { WeightLayer } from '../../ui/WeightLayer';
import type { LabHost, Picture } from '../lab';
import { Failure } from '../shared/Failure';
import type { Samples } from '../shared/files';
import { DIFFERENCE_LIMIT, differenceLayer } from '../shared/pixel-difference';
import { pngOf, saveFile } from '../shared/save-file';
import { fileStem, jsonOf } from './downloads';
import { EditFigures } from './EditFigures';
import { EmbeddingBrush } from './EmbeddingBrush';
import { EvaluationFigure } from './EvaluationFigure';
import { PaintActions } from './PaintActions';
import { PaintGrid } from './PaintGrid';
import { PaintPalette } from './PaintPalette';
import { entryOf, type PaintSettings } from './store';
import { TokenTable } from './TokenTable';
import { paintTexts } from './texts';
import { NOT_COPYING, strokeOf, TOOLS, type Tool } from './tools';
import { useAtlas } from './use-atlas';
import { usePaintStore } from './use-paint-store';
import { usePartner } from './use-partner';
import { useTool } from './use-tool';

interface PaintBenchProps {
  readonly host: LabHost;
  readonly samples: Samples;
  readonly picture: Picture;
  readonly settings: PaintSettings;
}

const TOOL_NOTES = {
  brush: 'toolBrush',
  flip: 'toolFlip',
  pick: 'toolPick',
  copy: 'toolCopy',
  paste: 'toolPaste',
} as const satisfies Record<Tool, string>;

export function PaintBench({ host, samples, picture, settings }: PaintBenchProps) {
  const t = useTexts(paintTexts);
  const partner = usePartner(host, samples, picture);
  const { state, store } = usePaintStore(host, picture, partner.drawing, settings);
  const { ground, history, shown, progress } = state;
  const entry = entryOf(state);
  const atlas = useAtlas(host, settings, shown !== null);

  const { tool, choose } = useTool(host);
  const [copying, setCopying] = useState(NOT_COPYING);
  const [selected, setSelected] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  const [resets, setResets] = useState(0);
  const rng = useRef(createRng('paint'));
  const stroke = useMemo(
    () => strokeOf(tool, { state: store.getState, copying, rng: rng.current, setCopying, choose }),
    [tool, store, copying, choose],
  );
  // A region belongs to the grid that it was copied from.
  const grid = ground?.settings.grid ?? settings.grid;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another grid is what ends it
  useEffect(() => {
    setCopying(NOT_COPYING);
    if (tool === 'paste') choose('copy');
  }, [grid, settings.codebook]);
  const inside = (cell: number) => Math.min(cell, grid * grid - 1);
  const layer = useMemo(() => shown && differenceLayer(shown.before.pixels, shown.after.pixels), [shown]);

  const reset = () => {
    state.reset();
    partner.reset();
    choose('brush');
    setCopying(NOT_COPYING);
    setResets(resets + 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.shiftKey) state.redo();
    else state.undo();
  };

  if (!ground || !shown)
    return progress.state === 'failed' ? (
      <Failure className="paint-message" again={t('tryAgain')} onAgain={state.catchUp}>
        {t('failed')}
      </Failure>
    ) : (
      <p className="paint-message">{t('waiting')}</p>
    );
  return (
    <>
      {progress.state === 'failed' && (
        <Failure className="paint-message" again={t('tryAgain')} onAgain={state.catchUp}>
          {t('failed')}
        </Failure>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is within takes the focus; this hears the keys for going back */}
      <div className="paint-bench" aria-busy={progress.state === 'running'} onKeyDown={onKeyDown}>
        <PaintPalette
          atlas={atlas}
          codebook={ground.settings.codebook}
          entry={entry}
          onPick={(id) => {
            state.pick(id);
            choose('brush');
          }}
        />

        <div className="paint-canvas">
          <h3>{t('canvas')}</h3>
          <PaintGrid
            label={t('canvas')}
            ground={ground}
            tokens={history.present.tokens}
            stroke={stroke}
            region={copying.region}
            selected={inside(selected)}
            active={inside(pointed ?? selected)}
            onSelect={setSelected}
            onPoint={setPointed}
          />
          <Choice
            label={t('tool')}
            options={TOOLS.filter((each) => each !== 'paste' || copying.patch).map((value) => ({ value, content: t(value) }))}
            value={tool}
            onChange={choose}
          />
          <p className="paint-note paint-tool-note">{t(TOOL_NOTES[tool])}</p>
        </div>

        <div className="paint-result">
          <h3>{t('decoded')}</h3>
          <PixelImage pixels={shown.after.pixels} side={IMAGE_SIZE} label={t('decoded')}>
            <CellOutline grid={grid} cell={inside(pointed ?? selected)} />
          </PixelImage>
          <div className="paint-buttons">
            <Button isDisabled={history.past.length === 0} onPress={state.undo}>
              {t('undo')}
            </Button>
            <Button isDisabled={history.future.length === 0} onPress={state.redo}>
              {t('redo')}
            </Button>
            <Button look="quiet" onPress={reset}>
              {t('reset')}
            </Button>
          </div>
        </div>

        <div className="paint-change">
          <h3>{t('changes')}</h3>
          <div className="paint-heat">
            <WeightLayer weights={layer} side={IMAGE_SIZE} label={t('changes')} />
          </div>
          <p className="paint-note tabular">{t('changesNote', { limit: DIFFERENCE_LIMIT })}</p>
        </div>

        <div className="paint-reach">
          <h3>{t('lastEdit')}</h3>
          <EditFigures shown={shown} />
          <EvaluationFigure grid={grid} host={host} />
        </div>

        <PaintActions
          state={state}
          shown={shown}
          samples={samples}
          partner={partner}
          selected={inside(selected)}
          rng={rng.current}
        />
        <EmbeddingBrush host={host} ground={ground} resets={resets} />
        <div className="paint-files">
          <Button onPress={() => void pngOf(shown.after.pixels).then((blob) => saveFile(blob, `${fileStem(shown.ground)}.png`))}>
            {t('downloadPng')}
          </Button>
          <Button onPress={() => saveFile(jsonOf(shown), `${fileStem(shown.ground)}.json`)}>{t('downloadJson')}</Button>
          <TokenTable tokens={history.present.tokens} grid={grid} />
        </div>
      </div>
    </>
  );
}
