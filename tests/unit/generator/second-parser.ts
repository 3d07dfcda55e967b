import { mdxToMdast } from 'satteri';

const COMPONENTS = new Set(['WhatItSays', 'Scenario', 'KnowledgeCheck', 'Reflection', 'TakeToSupervision']);

/** What the parser that Astro builds with finds live in a text. It shares no code with the one that the checks use. */
export function listLiveNodes(mdx: string): string[] {
  const live: string[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const type: unknown = Reflect.get(node, 'type');
    const name: unknown = Reflect.get(node, 'name');
    const isOurs = typeof name === 'string' && COMPONENTS.has(name) && !JSON.stringify(Reflect.get(node, 'attributes')).includes('xpression');
    if (typeof type === 'string' && (type.startsWith('mdx') || type === 'html') && !isOurs) live.push(`${type} ${typeof name === 'string' ? name : String(Reflect.get(node, 'value'))}`);
    const url: unknown = Reflect.get(node, 'url');
    if (typeof url === 'string' && /^\s*(?:javascript|data|vbscript)/i.test(url)) live.push(`link ${url}`);
    const children: unknown = Reflect.get(node, 'children');
    if (Array.isArray(children)) children.forEach(look);
  };
  look(mdxToMdast(mdx));
  return live;
}
