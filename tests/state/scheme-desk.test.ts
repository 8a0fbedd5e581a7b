import { describe, expect, it } from 'vitest';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { schemeKey, schemeNamed, withSchemes } from '../../src/state/scheme-ref';

async function begun() {
  const workbench = new FakeWorkbench();
  const desk = await workbench.openSchemeDesk();
  const official = workbench.schemes[0]!;
  await desk.begin(schemeKey(official), '试改');
  return { workbench, desk, official, first: official.indicators[0]!, second: official.indicators[1]! };
}

describe('a draft', () => {
  it('begins as its parent, is named in the address, and leaves the parent as it is', async () => {
    const { workbench, desk, official } = await begun();
    expect([desk.scheme, desk.lines, workbench.spec.edit]).toEqual([official, [], 'draft-1']);
    expect(workbench.projectState.drafts).toEqual([{ id: 'draft-1', name: '试改', parent: schemeKey(official), changes: [] }]);
  });

  it('an edit is a step that can be undone and redone', async () => {
    const { desk, first } = await begun();
    await desk.edit([{ at: `indicators/${first.id}/of`, to: first.of + 1 }]);
    expect([desk.scheme!.indicators[0]!.of, desk.canUndo, desk.lines.map(({ places }) => places)]).toEqual([
      first.of + 1,
      true,
      [[`indicators/${first.id}/of`]],
    ]);
    await desk.undo();
    expect([desk.scheme!.indicators[0]!.of, desk.canUndo, desk.canRedo, desk.lines]).toEqual([first.of, false, true, []]);
    await desk.redo();
    expect(desk.scheme!.indicators[0]!.of).toBe(first.of + 1);
  });

  it('a drag is shown at once and is one step when it ends', async () => {
    const { workbench, desk, first } = await begun();
    const steps = () => workbench.calls.filter(([kind]) => kind === 'draft_changed').length;
    for (const by of [1, 2, 3]) await desk.edit([{ at: `indicators/${first.id}/of`, to: first.of + by }], 'drag');
    expect([desk.scheme!.indicators[0]!.of, steps(), desk.canUndo]).toEqual([first.of + 3, 0, false]);
    await desk.edit([{ at: `indicators/${first.id}/of`, to: first.of + 3 }], 'step');
    expect(steps()).toBe(1);
    await desk.undo();
    expect(desk.scheme!.indicators[0]!.of).toBe(first.of);
  });

  it('dragged back to where it began it is no step', async () => {
    const { workbench, desk, first } = await begun();
    await desk.edit([{ at: `indicators/${first.id}/of`, to: first.of + 3 }], 'drag');
    await desk.edit([{ at: `indicators/${first.id}/of`, to: first.of }], 'step');
    expect([workbench.calls.filter(([kind]) => kind === 'draft_changed'), desk.canUndo]).toEqual([[], false]);
  });

  it('one line is taken back, the others stay', async () => {
    const { desk, first, official } = await begun();
    await desk.edit([{ at: `indicators/${first.id}/of`, to: first.of + 1 }]);
    await desk.edit([{ at: 'cap', to: 90 }]);
    expect(desk.lines).toHaveLength(2);
    await desk.revoke(desk.lines.find(({ places }) => places[0] === 'cap')!);
    expect([desk.scheme!.cap, desk.scheme!.indicators[0]!.of]).toEqual([official.cap, first.of + 1]);
  });

  it('an indicator that becomes a best-of is one line with all that goes along, taken back as a whole', async () => {
    const { desk, first, official } = await begun();
    const option = { id: 'o1', name: first.name, formula: first.formula!, rule: first.rule };
    await desk.edit([
      { at: `indicators/${first.id}/rule`, to: { is: 'best-of', options: [option] } },
      { at: `indicators/${first.id}/formula` },
    ]);
    expect(desk.lines).toEqual([{ is: 'place', places: [`indicators/${first.id}/rule`, `indicators/${first.id}/formula`] }]);
    await desk.revoke(desk.lines[0]!);
    expect([desk.scheme, desk.lines]).toEqual([official, []]);
  });

  it('a weight set makes the others of its group move, all weights being one line; a refusal is told and changes nothing', async () => {
    const { desk, first } = await begun();
    const group = desk.scheme!.indicators.filter((one) => one.group === first.group);
    const sum = () =>
      desk.scheme!.indicators.filter((one) => one.group === first.group).reduce((all, one) => all + Number(one.weight ?? one.of), 0);
    const before = sum();
    await desk.setWeight({ indicator: first.id }, first.of / 2, null, 'step');
    expect([desk.lines.map(({ is }) => is), Math.round(sum() * 1e4)]).toEqual([['weights'], Math.round(before * 1e4)]);
    for (const one of group) if (one.id !== first.id) desk.toggleLock(one.id);
    await desk.setWeight({ indicator: first.id }, 1, null, 'step');
    expect([desk.refusal?.why, desk.scheme!.indicators[0]!.weight]).toEqual(['all_locked', first.of / 2]);
  });

  it('what is changed is marked illustrative until its keeper answers for it', async () => {
    const { desk, workbench, first, official } = await begun();
    await desk.edit([{ at: `indicators/${first.id}/of`, to: first.of + 1 }]);
    expect(desk.scheme!.indicators[0]!.provenance).toBe('illustrative');
    const ask = { version: '2099', name: official.name, effective: official.effective, note: null, official: '某市科技局公告〔2099〕1号' };
    expect(await desk.freeze(ask)).toEqual([]);
    const frozen = workbench.schemes.at(-1)!;
    expect([
      frozen.version,
      frozen.provenance,
      frozen.indicators.every((one) => one.provenance === 'official'),
      frozen.sources.at(-1),
    ]).toEqual(['2099', 'official', true, '某市科技局公告〔2099〕1号']);
  });

  it('frozen it is a version, the draft is gone, and nothing has the same name twice', async () => {
    const { desk, workbench, official } = await begun();
    const ask = { version: official.version, name: official.name, effective: official.effective, note: null, official: null };
    expect(await desk.freeze(ask)).toMatchObject([{ code: 'version_taken', severity: 'error' }]);
    expect(workbench.projectState.drafts).toHaveLength(1);
    expect(await desk.freeze({ ...ask, version: 'v4' })).toEqual([]);
    expect([
      workbench.projectState.drafts,
      workbench.projectState.schemes.map(schemeKey),
      workbench.projectState.scheme,
      workbench.spec.edit,
    ]).toEqual([[], [`${official.id}@v4`], `${official.id}@v4`, null]);
    expect(workbench.calls.findLast(([kind]) => kind === 'version_frozen')).toContain('7c1e9a'.padEnd(64, '0'));
  });

  it('dropped while open it closes', async () => {
    const { desk, workbench } = await begun();
    await desk.drop('draft-1');
    expect([workbench.projectState.drafts, workbench.spec.edit, desk.scheme]).toEqual([[], null, null]);
  });
});

describe('a version by its key', () => {
  const official = new FakeWorkbench().schemes[0]!;
  const later = { ...official, version: 'z' };
  it('a bare id, as in older links, is the last version of it', () => {
    expect(schemeNamed([official, later], official.id)).toBe(later);
    expect(schemeNamed([official, later], schemeKey(official))).toBe(official);
    expect([schemeNamed([official], null), schemeNamed([official], 'none@1')]).toEqual([null, null]);
  });
  it('one of the same key is replaced where it stands, another comes behind', () => {
    const again = { ...official, cap: 7 };
    expect(withSchemes([official, later], [again])).toEqual([again, later]);
    expect(withSchemes([official], [later])).toEqual([official, later]);
  });
});
