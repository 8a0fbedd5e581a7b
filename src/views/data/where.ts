/** Which of the page's things is shown under “sources”. */
export type Chosen =
  { readonly is: 'incoming'; readonly id: number } | { readonly is: 'loaded'; readonly source: string } | { readonly is: 'overview' };
export const TABS = ['sources', 'joining', 'quality', 'districts', 'history'] as const;
export type Tab = (typeof TABS)[number];
export interface Where {
  readonly tab: Tab;
  /** What a person picked; null leaves it to the page. */
  readonly picked: Chosen | null;
}

/** Where a person was on the page, kept beside the workbench: going to another view and back comes back to it. */
const kept = new WeakMap<object, Where>();

export function whereWas(workbench: object): Where {
  return kept.get(workbench) ?? { tab: 'sources', picked: null };
}
export function keepWhere(workbench: object, where: Where): void {
  kept.set(workbench, where);
}
