import type { ElementKind } from '../framework/framework.ts';
import { toId } from '../framework/ids.ts';

/** Ids for the elements in their order. Where two labels give one id, the later gets its kind appended if that differs, else a number. */
export function assignElementIds(elements: readonly { label: string; kind: ElementKind }[]): string[] {
  const kindOfId = new Map<string, ElementKind>();
  return elements.map(({ label, kind }) => {
    const plain = toId(label);
    const withKind = kindOfId.has(plain) && kindOfId.get(plain) !== kind ? `${plain}-${kind}` : plain;
    let id = withKind;
    for (let count = 2; kindOfId.has(id); count += 1) id = `${withKind}-${count}`;
    kindOfId.set(id, kind);
    return id;
  });
}
