import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardsOf, leavesOf, settle } from '../../../scoring/seedlings/condition-tree';
import { SAYS, VERDICTS, type Condition, type Verdict } from '../../../scoring/seedlings/format';

const facts = (id: string, when: Condition | null = null) => ({ id, name: { zh: id, en: id }, ask: null, when });
const leaf = (id = 'leaf', when: Condition | null = null): Condition => ({ ...facts(id, when), is: 'manual' });
const whole = (is: 'all' | 'any', of: readonly Condition[], when: Condition | null = null): Condition => ({ ...facts(is, when), is, of });
const count = (atLeast: number, of: readonly Condition[]): Condition => ({ ...facts('count'), is: 'count', atLeast, of });

/** What a condition says where its leaves, in order of reading, say this. */
function says(condition: Condition, leaves: readonly Verdict[]): Verdict {
  const { verdicts } = settle(
    condition,
    leaves.map((one) => Uint8Array.of(SAYS[one])),
  );
  return VERDICTS[verdicts[0]!]!;
}
const of = (n: number): Condition[] => Array.from({ length: n }, (_, at) => leaf(`l${at}`));

const WORDS: Readonly<Record<string, Verdict>> = { u: 'unmet', m: 'met', '?': 'unknown', r: 'review', n: 'not_applicable' };
const read = (letters: string): Verdict[] => [...letters].map((letter) => WORDS[letter]!);

describe('two parts together', () => {
  // unmet, met, unknown, review, not applicable: first part down, second across.
  const order = 'um?rn';
  it.each([
    ['all', ['uuuuu', 'um?rm', 'u????', 'ur?rr', 'um?rn']],
    ['any', ['um?ru', 'mmmmm', '?m???', 'rm?rr', 'um?rn']],
  ] as const)('%s', (is, table) => {
    [...order].forEach((a, row) => {
      [...order].forEach((b, column) => {
        expect(says(whole(is, of(2)), read(a + b)), `${a} ${is} ${b}`).toBe(WORDS[table[row]![column]!]);
      });
    });
  });
});

describe('count', () => {
  it.each([
    [2, 'mmu', 'met'],
    [2, 'mm?', 'met'],
    [2, 'muu', 'unmet'],
    [2, 'm?u', 'unknown'],
    [2, 'mru', 'review'],
    [2, 'mr?', 'unknown'],
    [2, 'u?u', 'unmet'],
    [2, 'mnn', 'unmet'],
    [2, 'nnn', 'not_applicable'],
    [3, 'm?r', 'unknown'],
    // Behind guards all of them could come not to apply.
    [3, '??n', 'unknown'],
    [2, 'rnn', 'review'],
    [3, 'u?n', 'unmet'],
  ] as const)('of at least %i of %s is %s', (atLeast, letters, wanted) => {
    expect(says(count(atLeast, of(3)), read(letters))).toBe(wanted);
  });
});

describe('when', () => {
  const guarded = whole('all', [leaf('plain'), leaf('asked', leaf('guard'))]);
  it.each([
    // plain, guard, asked
    ['mmm', 'met'],
    ['mmu', 'unmet'],
    ['muu', 'met'],
    ['mum', 'met'],
    ['m?m', 'unknown'],
    ['m?u', 'unknown'],
    ['mrm', 'review'],
    ['u?m', 'unmet'],
    ['mnu', 'met'],
  ] as const)('%s gives %s: an unmet guard takes out what it guards, an open one leaves it open', (letters, wanted) => {
    expect(says(guarded, read(letters))).toBe(wanted);
  });

  it('a rule of one guarded condition does not apply where the guard is unmet', () => {
    expect(says(leaf('asked', leaf('guard')), read('um'))).toBe('not_applicable');
  });

  it('leaves behind an unmet guard are shown as not applicable, the guard itself as it is', () => {
    const inner = whole('any', [leaf('a'), leaf('b')], leaf('guard'));
    const { leaves } = settle(inner, [Uint8Array.of(SAYS.unmet), Uint8Array.of(SAYS.met), Uint8Array.of(SAYS.unknown)]);
    expect(leaves.map(([one]) => VERDICTS[one!])).toEqual(['unmet', 'not_applicable', 'not_applicable']);
  });

  it('guards come before what they guard, and are told apart', () => {
    expect(leavesOf(guarded).map(({ id }) => id)).toEqual(['plain', 'guard', 'asked']);
    expect(guardsOf(guarded).map(({ id }) => id)).toEqual(['guard']);
  });
});

const verdict = fc.constantFrom(...VERDICTS);
/** A condition of any shape. `shape` is built without names; leaves are read in order. */
const shape: fc.Memo<Condition> = fc.memo((depth) => {
  const part: fc.Arbitrary<Condition> = depth <= 1 ? fc.constant(leaf()) : fc.oneof(fc.constant(leaf()), shape(depth - 1));
  const parts = fc.array(part, { minLength: 1, maxLength: 4 });
  const when = depth <= 1 ? fc.constant(null) : fc.option(part, { freq: 4 });
  return fc.oneof(
    fc.record({ of: parts, when, is: fc.constantFrom('all', 'any') }).map(({ of: list, when: guard, is }) => whole(is, list, guard)),
    fc.record({ of: parts, atLeast: fc.integer({ min: 1, max: 4 }) }).map(({ of: list, atLeast }) => count(atLeast, list)),
    when.map((guard) => leaf('leaf', guard)),
  );
});
const withLeaves = shape(3).chain((condition) => {
  const n = leavesOf(condition).length;
  return fc.record({ condition: fc.constant(condition), leaves: fc.array(verdict, { minLength: n, maxLength: n }) });
});

describe('laws', () => {
  it('the order of parts does not matter', () => {
    const list = fc.array(verdict, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        list.chain((one) =>
          fc.record({ one: fc.constant(one), other: fc.shuffledSubarray(one, { minLength: one.length, maxLength: one.length }) }),
        ),
        fc.integer({ min: 1, max: 6 }),
        ({ one, other }, atLeast) => {
          for (const make of [(n: number) => whole('all', of(n)), (n: number) => whole('any', of(n)), (n: number) => count(atLeast, of(n))])
            expect(says(make(one.length), other)).toBe(says(make(one.length), one));
        },
      ),
    );
  });

  it('all is a count of every part, any a count of one', () => {
    fc.assert(
      fc.property(
        fc.array(
          verdict.filter((one) => one !== 'not_applicable'),
          { minLength: 1, maxLength: 6 },
        ),
        (list) => {
          expect(says(whole('all', of(list.length)), list)).toBe(says(count(list.length, of(list.length)), list));
          expect(says(whole('any', of(list.length)), list)).toBe(says(count(1, of(list.length)), list));
        },
      ),
    );
  });

  it('knowing more never changes a met or an unmet: what is unknown or to be reviewed may turn out any way', () => {
    fc.assert(
      fc.property(withLeaves, fc.infiniteStream(fc.constantFrom<Verdict>('met', 'unmet')), ({ condition, leaves }, known) => {
        const before = says(condition, leaves);
        const after = says(
          condition,
          leaves.map((one) => (one === 'unknown' || one === 'review' ? known.next().value : one)),
        );
        if (before === 'met' || before === 'unmet') expect(after).toBe(before);
        else if (before === 'not_applicable') expect(after).toBe('not_applicable');
      }),
    );
  });

  it('what is still open stays open only while something in it is', () => {
    fc.assert(
      fc.property(withLeaves, ({ condition, leaves }) => {
        const open = says(condition, leaves);
        if (open === 'unknown') expect(leaves).toContain('unknown');
        if (open === 'review') expect(leaves).toContain('review');
      }),
    );
  });

  it('rows do not touch each other', () => {
    fc.assert(
      fc.property(withLeaves, ({ condition, leaves }) => {
        const rows = leaves.map((one) => Uint8Array.of(SAYS[one], SAYS.met, SAYS[one]));
        const { verdicts } = settle(condition, rows);
        expect(VERDICTS[verdicts[0]!]).toBe(says(condition, leaves));
        expect(VERDICTS[verdicts[2]!]).toBe(says(condition, leaves));
      }),
    );
  });
});
