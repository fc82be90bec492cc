/** The tool in hand, as it is shared in the address. */
import { useCallback, useState } from 'react';
import type { LabHost, SharedState } from '../lab';
import type { Tool } from './tools';

const FIRST = 'brush' satisfies Tool;

/** A copied region cannot be shared: where one would be pasted, whoever follows the link begins by copying. */
const shared = (tool: Tool): SharedState['tool'] => {
  if (tool === FIRST) return undefined;
  return tool === 'paste' ? 'copy' : tool;
};

export interface ToolState {
  readonly tool: Tool;
  choose(tool: Tool): void;
}

export function useTool(host: LabHost): ToolState {
  const [tool, setTool] = useState<Tool>(host.opened.tool ?? FIRST);
  const choose = useCallback(
    (next: Tool) => {
      setTool(next);
      host.share({ tool: shared(next) });
    },
    [host],
  );
  return { tool, choose };
}
