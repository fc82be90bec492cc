/** Remark plugin: `## Heading [#id]` gives the heading the anchor `id`, the same in both languages. */

interface Node {
  readonly type: string;
  value?: string;
  children?: Node[];
  data?: { hProperties?: Record<string, string> };
}

const ID = /\s*\[#(?<id>[a-z0-9-]+)\]\s*$/;

function mark(node: Node): void {
  const last = node.children?.at(-1);
  const id = node.type === 'heading' && last?.type === 'text' ? ID.exec(last.value ?? '')?.groups?.id : undefined;
  if (last && id !== undefined) {
    last.value = last.value?.replace(ID, '') ?? '';
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
  }
  for (const child of node.children ?? []) mark(child);
}

export const headingIds = () => mark;
