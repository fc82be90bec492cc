/** The caption of the reader's own picture, for the reader to write. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useSentenceSpace } from '../../i18n/use-sentence-space';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { Button } from '../../ui/Button';
import { PixelImage } from '../../ui/PixelImage';
import type { CaptionedOwnPair, OwnPair } from './own-pair';
import { lossTexts } from './texts';

interface OwnCaptionProps {
  readonly own: OwnPair;
  /** As it is compared; null until it has been. */
  readonly shown: CaptionedOwnPair | null;
  /** null leaves it to the model. */
  readonly onWrite: (caption: string | null) => void;
}

/** Many times what the text model reads. */
const LONGEST = 120;

export function OwnCaption({ own, shown, onWrite }: OwnCaptionProps) {
  const t = useTexts(lossTexts);
  const space = useSentenceSpace();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const caption = shown?.caption ?? '';
  const standing = own.written ?? caption;
  const [typed, setTyped] = useState(standing);
  useEffect(() => setTyped(standing), [standing]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    onWrite(text || null);
    // What was emptied is filled again even where nothing else changes.
    if (!text) setTyped(caption);
  };
  const words = [...new Set(shown?.unknown)].join(' · ');
  return (
    <form className="loss-own" onSubmit={submit}>
      <div className="loss-own-picture">
        <PixelImage pixels={own.picture.image.data} side={IMAGE_SIZE} />
      </div>
      <label htmlFor={id}>
        {t('ownCaption')} <span className="loss-own-name">{own.picture.name}</span>
      </label>
      <div className="text-field">
        <input
          ref={input}
          id={id}
          type="text"
          value={typed}
          maxLength={LONGEST}
          autoComplete="off"
          enterKeyHint="done"
          aria-describedby={`${id}-note`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button button-strong">
          {t('ownUse')}
        </button>
      </div>
      <div className="loss-own-foot">
        <p id={`${id}-note`} role="status">
          {shown?.isModels && t(words ? 'ownNoKnownWord' : 'ownModels', { words, caption })}
          {shown && !shown.isModels && t(words ? 'ownUnknownWords' : 'ownWritten', { words })}
          {shown?.limit && `${space}${t('ownCutOff', { limit: shown.limit })}`}
        </p>
        {own.written !== null && (
          <Button
            look="quiet"
            onPress={() => {
              // The button goes with what was written.
              input.current?.focus();
              onWrite(null);
            }}
          >
            {t('ownLeave')}
          </Button>
        )}
      </div>
    </form>
  );
}
