/** A failure told in a lab's own place, with the way to try again. */
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button';
import { focusOnLab } from './focus-on-lab';

interface FailureProps {
  readonly children: ReactNode;
  /** What the button says. */
  readonly again: string;
  readonly onAgain: () => void;
  readonly className?: string;
}

export function Failure({ children, again, onAgain, className }: FailureProps) {
  return (
    <p className={className} role="alert">
      {children}{' '}
      <Button
        onPress={() => {
          // The sentence goes as soon as it is tried again, and the button with it.
          focusOnLab();
          onAgain();
        }}
      >
        {again}
      </Button>
    </p>
  );
}
