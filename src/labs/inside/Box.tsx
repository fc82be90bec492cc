/** One step of an encoder: closed, what it makes of the picture at a glance; open, how. */
import { type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { PinnedContext, usePinnedMarks } from './pinned';
import './Box.css';

interface BoxProps {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly shape: string;
  readonly thumb: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** Called only while the box is open. */
  readonly children: () => ReactNode;
}

export function Box({ id, name, note, shape, thumb, isOpen, onToggle, children }: BoxProps) {
  const root = useRef<HTMLLIElement>(null);
  const [pinned, pin] = useState<string | null>(null);
  usePinnedMarks(root, isOpen ? pinned : null);
  return (
    <li
      ref={root}
      className="inside-box"
      data-box={id}
      data-open={isOpen || undefined}
      data-shows={isOpen ? 'inside' : undefined}
    >
      <Disclosure isExpanded={isOpen} onExpandedChange={onToggle}>
        <Heading level={4} className="inside-box-heading">
          <Button slot="trigger" className="inside-box-trigger">
            <span className="inside-thumb" aria-hidden="true">
              {thumb}
            </span>
            <span className="inside-box-words">
              <span className="inside-box-name">{name}</span>
              <span className="inside-box-note">{note}</span>
            </span>
            <span className="inside-box-shape tabular">{shape}</span>
          </Button>
        </Heading>
        <DisclosurePanel className="inside-box-panel">
          <PinnedContext value={{ pinned, pin }}>{isOpen && children()}</PinnedContext>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
