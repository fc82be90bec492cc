/** What the page has to tell the reader: failures as alerts, the rest as notices. Kept as data, so that it follows the language. */
import { create } from 'zustand';
import type { Failure } from '../engine/errors';
import type { ImportFailure, ImportNotice } from '../image-file/failures';
import type { RejectedParameter } from './address';

export type MessageBody =
  | { readonly kind: 'engine-failed'; readonly failure: Failure }
  | { readonly kind: 'engine-recovering'; readonly failure: Failure }
  | { readonly kind: 'engine-recovered'; readonly failure: Failure }
  | { readonly kind: 'request-failed'; readonly failure: Failure; readonly tryAgain: () => void }
  | { readonly kind: 'language-missing'; readonly tryAgain: () => void }
  | { readonly kind: 'import-failed'; readonly failure: ImportFailure }
  | { readonly kind: 'imported'; readonly notices: readonly ImportNotice[]; readonly name: string; readonly others: number }
  | { readonly kind: 'address-rejected'; readonly parameters: readonly RejectedParameter[] };

/** One message a topic is shown; a newer one takes the place of an older. */
export type Topic = 'engine' | 'import' | 'address' | 'language' | 'tour' | `request/${string}`;

export interface Message {
  readonly topic: Topic;
  readonly body: MessageBody;
}

interface MessagesState {
  readonly messages: readonly Message[];
  say(topic: Topic, body: MessageBody): void;
  dismiss(topic: Topic): void;
}

export const useMessages = create<MessagesState>((set) => ({
  messages: [],
  say: (topic, body) =>
    set(({ messages }) => ({ messages: [...messages.filter((message) => message.topic !== topic), { topic, body }] })),
  dismiss: (topic) =>
    set((state) =>
      state.messages.some((message) => message.topic === topic)
        ? { messages: state.messages.filter((message) => message.topic !== topic) }
        : state,
    ),
}));

const ALERTS: ReadonlySet<MessageBody['kind']> = new Set([
  'engine-failed',
  'engine-recovering',
  'request-failed',
  'language-missing',
  'import-failed',
]);

/** Failures interrupt; what merely informs waits for its turn. */
export const isAlert = ({ kind }: MessageBody): boolean => ALERTS.has(kind);
