import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/model/project';
import { act, begin } from '../../src/workspace/project';
import { originOf, redoStep, replay, standingOf, undoStep } from '../../src/workspace/steps';
import { deeds, NOW, performed } from './given';

const named = (...names: string[]): Project =>
  names.reduce((project, name) => act(project, 'renamed', [name], { name }, NOW), begin('零', 'workspace-0001', NOW));
/** What the history says, step by step: the name after it, and what it reverses. */
const shown = ({ steps }: Project) => steps.map(({ n, after, undoes }) => [n, after.name, undoes]);
const undo = (project: Project): Project => undoStep(project, NOW)!;
const redo = (project: Project): Project => redoStep(project, NOW)!;

it('a step holds the changed parts alone, before and after', () => {
  expect(act(begin('零', 'workspace-0001', NOW), 'deadline_changed', ['07-15'], { deadline: '07-15' }, NOW).steps[1]).toEqual({
    n: 2,
    at: NOW,
    kind: 'deadline_changed',
    given: ['07-15'],
    before: { deadline: '06-30' },
    after: { deadline: '07-15' },
    undoes: null,
  });
});

describe('undo', () => {
  it('adds a reversing step; nothing of the history goes', () => {
    expect(shown(undo(named('一')))).toEqual([
      [1, '零', null],
      [2, '一', null],
      [3, '零', 2],
    ]);
  });
  it('goes back one after the other, and forth again', () => {
    const back = undo(undo(named('一', '二')));
    expect(back.state.name).toBe('零');
    expect(shown(redo(redo(back))).slice(3)).toEqual([
      [4, '一', 3],
      [5, '零', 2],
      [6, '一', 5],
      [7, '二', 4],
    ]);
  });
  it('takes back what was redone', () => {
    const project = undo(redo(undo(named('一'))));
    expect(project.state.name).toBe('零');
    expect(project.steps.at(-1)!.undoes).toBe(4);
  });
  it('of nothing is null', () => {
    expect([undoStep(named(), NOW), undoStep(undo(named('一')), NOW), redoStep(named('一'), NOW)]).toEqual([null, null, null]);
  });
  it('passes over steps that changed nothing', () => {
    const opened = act(named('一'), 'opened_file', ['别人的.miaopu'], {}, NOW);
    expect(undo(opened).steps.at(-1)!.undoes).toBe(2);
  });
  it('ends with something new what could be redone', () => {
    expect(redoStep(act(undo(named('一')), 'renamed', ['二'], { name: '二' }, NOW), NOW)).toBeNull();
  });
});

it('a reversing step says what it is about in the end', () => {
  const project = redo(undo(named('一')));
  expect(
    [originOf(project.steps, 3), originOf(project.steps, 4), originOf(project.steps, 2)].map(({ step, redone }) => [step.n, redone]),
  ).toEqual([
    [2, false],
    [2, true],
    [2, false],
  ]);
});

it('a history that reverses out of turn is not worked with', () => {
  const [first, second, third] = named('一', '二').steps;
  const wrong = { ...third!, n: 4, kind: 'undone' as const, undoes: 2 };
  expect(() => standingOf([first!, second!, third!, wrong])).toThrow('step 4 reverses step 2 out of turn');
});

describe('any history', () => {
  it('leads by its steps to its state, and only grows', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const way = performed(list);
        for (const [at, project] of way.entries()) {
          expect(replay(project.steps)).toEqual(project.state);
          const before = way[at - 1]?.steps ?? [];
          expect(project.steps.slice(0, before.length)).toEqual(before);
        }
      }),
    );
  });
  it('undone to its end is as it began, and redone as it was', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const last = performed(list).at(-1)!;
        let project = last;
        let undone = 0;
        for (let next = undoStep(project, NOW); next; next = undoStep(project, NOW)) [project, undone] = [next, undone + 1];
        expect(project.state).toEqual({ ...project.steps[0]!.after });
        for (let left = undone; left > 0; left--) project = redoStep(project, NOW)!;
        expect(project.state).toEqual(last.state);
        expect(project.steps.length).toBe(last.steps.length + 2 * undone);
      }),
    );
  });
});
