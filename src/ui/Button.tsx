/** A push button. `quiet` has no frame until it is pointed at. */
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import './Button.css';

interface ButtonProps {
  readonly children: ReactNode;
  /** Absent where a wrapper says what pressing does. */
  readonly onPress?: () => void;
  readonly look?: 'framed' | 'quiet' | 'strong';
  readonly label?: string;
  /** Pressing does nothing. It keeps the focus nevertheless: often what disables it is that it was pressed. */
  readonly isDisabled?: boolean;
}

export function Button({ children, onPress, look = 'framed', label, isDisabled = false }: ButtonProps) {
  return (
    <AriaButton
      className={`button button-${look}`}
      {...(isDisabled ? { 'aria-disabled': true } : {})}
      {...(onPress && !isDisabled ? { onPress } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </AriaButton>
  );
}
