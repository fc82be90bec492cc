/** Keeps what fails in a part of the page from taking the rest of it along. */
import { Component, type ReactNode } from 'react';

interface CatcherProps {
  /** What stands there instead. */
  readonly fallback: (cause: unknown) => ReactNode;
  readonly onCaught?: (cause: unknown) => void;
  readonly children: ReactNode;
}

export class Catcher extends Component<CatcherProps, { readonly cause: unknown; readonly isBroken: boolean }> {
  override state = { cause: undefined as unknown, isBroken: false };

  static getDerivedStateFromError(cause: unknown) {
    return { cause, isBroken: true };
  }

  override componentDidCatch(cause: unknown) {
    this.props.onCaught?.(cause);
  }

  override render() {
    return this.state.isBroken ? this.props.fallback(this.state.cause) : this.props.children;
  }
}
