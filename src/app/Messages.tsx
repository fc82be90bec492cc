/** Messages to the reader, laid over the page so that nothing moves. */
import { useRef } from 'react';
import { useSentenceSpace } from '../i18n/use-sentence-space';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { displayName, failureText, noticeText } from '../image-file/text';
import { Button } from '../ui/Button';
import { failureTexts } from './failure-texts';
import { isAlert, type Message, type MessageBody, type Topic, useMessages } from './messages';
import { appTexts } from './texts';
import './Messages.css';

interface MessagesProps {
  /** Starts the engine again after it failed. */
  readonly onRetryEngine: () => void;
}

/** The sentence of a message in the language being read. */
function useSentence(): (body: MessageBody) => string {
  const t = useTexts(appTexts);
  const sentenceOf = useTexts(failureTexts);
  const language = useLanguage();
  const space = useSentenceSpace();
  const joined = (sentences: readonly string[]) => sentences.join(space);
  return (body) => {
    switch (body.kind) {
      case 'address-rejected':
        return joined(body.parameters.map(({ name, value }) => t('rejected', { name, value: displayName(value) })));
      case 'language-missing':
        return t('languageMissing');
      case 'import-failed':
        return failureText(body.failure, language);
      case 'imported':
        return joined([
          ...(body.others > 0 ? [t('oneOfSeveral', { name: displayName(body.name) })] : []),
          ...body.notices.map((notice) => noticeText(notice, body.name, language)),
        ]);
      default: {
        const { code, subject } = body.failure;
        // Where the address asked for none, the sentence about the one asked for does not hold.
        const isNone = code === 'backend-unavailable' && subject === undefined;
        const sentence = isNone ? t('noBackend') : sentenceOf(code, { subject: subject ?? t('unnamed') });
        if (body.kind === 'engine-recovering') return t('recovering', { sentence });
        if (body.kind === 'engine-recovered') return t('recovered', { sentence });
        return sentence;
      }
    }
  };
}

export function Messages({ onRetryEngine }: MessagesProps) {
  const t = useTexts(appTexts);
  const { messages, dismiss } = useMessages();
  const sentence = useSentence();

  const list = useRef<HTMLDivElement>(null);

  // The button that was pressed goes away with its message: the focus stays where further messages are.
  const close = (topic: Topic) => {
    list.current?.focus({ preventScroll: true });
    dismiss(topic);
  };
  const retryOf = ({ body, topic }: Message): (() => void) | null => {
    const act = body.kind === 'engine-failed' ? onRetryEngine : 'tryAgain' in body ? body.tryAgain : null;
    return (
      act &&
      (() => {
        close(topic);
        act();
      })
    );
  };
  const card = (message: Message) => {
    const retry = retryOf(message);
    return (
      <div key={message.topic} className="message" role={isAlert(message.body) ? 'alert' : undefined}>
        <p>{sentence(message.body)}</p>
        {retry && (
          <Button look="strong" onPress={retry}>
            {t('tryAgain')}
          </Button>
        )}
        <Button look="quiet" label={t('dismiss')} onPress={() => close(message.topic)}>
          ✕
        </Button>
      </div>
    );
  };
  return (
    <div ref={list} className="messages" tabIndex={-1}>
      {messages.filter(({ body }) => isAlert(body)).map(card)}
      <div className="messages-notices" role="status" aria-label={t('notices')}>
        {messages.filter(({ body }) => !isAlert(body)).map(card)}
      </div>
    </div>
  );
}
