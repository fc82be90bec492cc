/** Plays a change from its first step to its last, each step as long as it takes to be shown, and long enough to be seen. */
import { useEffect, useState } from 'react';

const STEP_MS = 140;

export interface Play {
  readonly isPlaying: boolean;
  toggle(): void;
  stop(): void;
}

interface PlayOptions {
  readonly level: number;
  readonly count: number;
  /** Whether the step asked for is the one on the page. */
  readonly isShown: boolean;
  readonly onLevel: (level: number) => void;
}

export function usePlay({ level, count, isShown, onLevel }: PlayOptions): Play {
  const [isPlaying, setIsPlaying] = useState(false);
  const isAtEnd = level >= count - 1;
  useEffect(() => {
    if (!isPlaying || !isShown) return;
    const timer = setTimeout(() => (isAtEnd ? setIsPlaying(false) : onLevel(level + 1)), STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, isShown, isAtEnd, level, onLevel]);
  return {
    isPlaying,
    toggle() {
      if (!isPlaying && isAtEnd) onLevel(0);
      setIsPlaying(!isPlaying);
    },
    stop: () => setIsPlaying(false),
  };
}
