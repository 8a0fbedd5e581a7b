/** Two nodes of a network, by number, that are linked; no two links join the same nodes. */
export type Link = readonly [number, number];

/** The nodes on either side of a link, as ones. */
export interface Sides {
  readonly one: Uint8Array;
  readonly other: Uint8Array;
}

/**
 * A link without which a part of a network would fall into two (a bridge; Tarjan 1974), as the two sides it joins; null where there is none. The first
 * met on a walk from the lowest node, along links in the order given: always the same one. O(nodes + links).
 */
export function loneLink(links: readonly Link[], nodes: number): Sides | null {
  const at = linksAt(links, nodes);
  const found = new Int32Array(nodes);
  /** The earliest found node that can be reached from below a node without the link it was found by. */
  const back = new Int32Array(nodes);
  const cameBy = new Int32Array(nodes).fill(-1);
  const next = new Int32Array(nodes);
  let count = 0;
  for (let start = 0; start < nodes; start++) {
    if (found[start] !== 0) continue;
    found[start] = back[start] = ++count;
    for (const path = [start]; path.length > 0;) {
      const node = path.at(-1)!;
      const by = at[node]![next[node]!++];
      if (by === undefined) {
        path.pop();
        const before = path.at(-1);
        if (before === undefined) continue;
        if (back[node]! > found[before]!) return sidesOf(links, at, cameBy[node]!, nodes);
        back[before] = Math.min(back[before]!, back[node]!);
      } else if (by !== cameBy[node]) {
        const to = otherEnd(links[by]!, node);
        if (found[to] !== 0) {
          back[node] = Math.min(back[node]!, found[to]!);
        } else {
          found[to] = back[to] = ++count;
          cameBy[to] = by;
          path.push(to);
        }
      }
    }
  }
  return null;
}

function linksAt(links: readonly Link[], nodes: number): readonly (readonly number[])[] {
  const at: number[][] = Array.from({ length: nodes }, () => []);
  links.forEach(([a, b], link) => {
    at[a]!.push(link);
    at[b]!.push(link);
  });
  return at;
}

function otherEnd([a, b]: Link, node: number): number {
  return a === node ? b : a;
}

function sidesOf(links: readonly Link[], at: readonly (readonly number[])[], without: number, nodes: number): Sides {
  const reach = (start: number): Uint8Array => {
    const reached = new Uint8Array(nodes);
    reached[start] = 1;
    for (const waiting = [start]; waiting.length > 0;) {
      const node = waiting.pop()!;
      for (const link of at[node]!) {
        const to = otherEnd(links[link]!, node);
        if (link === without || reached[to] === 1) continue;
        reached[to] = 1;
        waiting.push(to);
      }
    }
    return reached;
  };
  const [a, b] = links[without]!;
  return { one: reach(a), other: reach(b) };
}
