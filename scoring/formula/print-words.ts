import { type Column, hasBit, unpackWords, wordAt } from '../column';
import type { Panel } from '../panel';
import { evaluateFormula } from './evaluate';
import { literalWords } from './literal-words';
import { LEVEL, type Printed, printFormula, type Style } from './print';
import type { Formula, PlainFunction, YearsFunction } from './tree';

export type WordsLanguage = 'zh' | 'en';

/** What a language says around names and numbers. */
interface Phrases {
  readonly not: string;
  readonly and: string;
  readonly or: string;
  readonly comma: string;
  readonly truth: (value: boolean) => string;
  readonly choice: (when: string, then: string, otherwise: string) => string;
  readonly among: (item: string, list: string) => string;
  readonly within: (item: string, set: string) => string;
  readonly missing: (of: string, negated: boolean) => string;
  readonly noValue: string;
  readonly call: Readonly<Record<PlainFunction, (args: string) => string>>;
  readonly years: Readonly<Record<YearsFunction, (name: string, k: number) => string>>;
  readonly age: string;
  readonly fullYears: (count: number) => string;
}

const PHRASES: Readonly<Record<WordsLanguage, Phrases>> = {
  zh: {
    not: '非 ',
    and: '且',
    or: '或',
    comma: '，',
    truth: (value) => (value ? '是' : '否'),
    choice: (when, then, otherwise) => `若 ${when} 则 ${then} 否则 ${otherwise}`,
    among: (item, list) => `${item} 属于（${list}）`,
    within: (item, set) => `${set} 含 ${item}`,
    missing: (of, negated) => `${of} ${negated ? '不缺失' : '缺失'}`,
    noValue: '缺失',
    call: {
      min: (args) => `最小值（${args}）`,
      max: (args) => `最大值（${args}）`,
      abs: (args) => `绝对值（${args}）`,
      log: (args) => `自然对数（${args}）`,
    },
    years: {
      previous: (name, k) => (k === 1 ? `上年${name}` : `${k}年前的${name}`),
      growth: (name) => `${name}增长率`,
      cagr: (name, k) => `${name}${k}年复合增长率`,
      sum_years: (name, k) => `${name}近${k}年合计`,
      mean_years: (name, k) => `${name}近${k}年平均`,
    },
    age: '成立年数',
    fullYears: (count) => `${count}年`,
  },
  en: {
    not: 'not ',
    and: 'and',
    or: 'or',
    comma: ', ',
    truth: (value) => (value ? 'yes' : 'no'),
    choice: (when, then, otherwise) => `if ${when} then ${then} otherwise ${otherwise}`,
    among: (item, list) => `${item} is one of (${list})`,
    within: (item, set) => `${set} holds ${item}`,
    missing: (of, negated) => `${of} is ${negated ? 'not ' : ''}missing`,
    noValue: 'missing',
    call: {
      min: (args) => `smallest of (${args})`,
      max: (args) => `largest of (${args})`,
      abs: (args) => `absolute value of (${args})`,
      log: (args) => `ln(${args})`,
    },
    years: {
      previous: (name, k) => (k === 1 ? `${name} one year earlier` : `${name} ${k} years earlier`),
      growth: (name) => `growth of ${name}`,
      cagr: (name, k) => `${k}-year compound growth of ${name}`,
      sum_years: (name, k) => `${k}-year sum of ${name}`,
      mean_years: (name, k) => `${k}-year mean of ${name}`,
    },
    age: 'full years since founding',
    fullYears: (count) => `${count} ${count === 1 ? 'year' : 'years'}`,
  },
};

const atom = (text: string): Printed => ({ text, level: LEVEL.atom });

/** Everything but the leaves, which differ between words and numbers. */
function styleOf(phrases: Phrases, language: WordsLanguage): Omit<Style, 'field' | 'years' | 'age'> {
  return {
    operators: {
      ...{ '+': '+', '-': '−', '*': '×', '/': '÷' },
      ...{ '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' },
      and: phrases.and,
      or: phrases.or,
    },
    negate: '−',
    not: phrases.not,
    literal: (tree) => {
      if (tree.is === 'text') return `“${tree.value}”`;
      return tree.is === 'truth' ? phrases.truth(tree.value) : literalWords(tree.value, tree.unit, language);
    },
    choice: (when, then, otherwise) => ({ text: phrases.choice(when, then, otherwise), level: LEVEL.whole }),
    among: (item, list) => phrases.among(item, list.join(phrases.comma)),
    within: phrases.within,
    missing: phrases.missing,
    call: (name, args) => phrases.call[name](args.join(phrases.comma)),
  };
}

/** A formula as people write it: names instead of ids, × ÷ − ≤ ≥ ≠, literals as `literalWords` says them. */
export function formulaToWords(tree: Formula, nameOf: (field: string) => string, language: WordsLanguage): string {
  const phrases = PHRASES[language];
  return printFormula(tree, {
    ...styleOf(phrases, language),
    field: (field) => atom(nameOf(field)),
    years: (name, field, k) => atom(phrases.years[name](nameOf(field), k)),
    age: () => atom(phrases.age),
  });
}

/**
 * The formula with one row's values in place of its fields; growth, cagr and the sums over years are written out (`120 ÷ 100 − 1`).
 * `format` prints a present number of a field; a missing value is said in a word, and truth, texts and sets need no format.
 */
export function formulaFilled(
  tree: Formula,
  panel: Panel,
  row: number,
  format: (field: string, value: number) => string,
  language: WordsLanguage,
): string {
  const phrases = PHRASES[language];
  const one = Int32Array.of(row);
  const valueOf = (leaf: Formula, show: (value: number) => string): Printed => {
    const text = shown(evaluateFormula(leaf, panel, one), phrases, show);
    // A negative number takes parentheses like any other sign: 5 − (−3).
    return { text, level: /^[-−]/.test(text) ? LEVEL.sum : LEVEL.atom };
  };
  const past = (field: string, back: number): Printed =>
    valueOf(back === 0 ? { is: 'field', field } : { is: 'years', name: 'previous', field, k: back }, (value) => format(field, value));
  return printFormula(tree, {
    ...styleOf(phrases, language),
    field: (field) => past(field, 0),
    years: (name, field, k) => yearsFilled(name, k, (back) => past(field, back)),
    age: () => valueOf({ is: 'age' }, phrases.fullYears),
  });
}

function shown(column: Column, phrases: Phrases, show: (value: number) => string): string {
  if (column.reasons[0] !== 0) return phrases.noValue;
  switch (column.kind) {
    case 'number':
      return show(column.values[0]!);
    case 'truth':
      return phrases.truth(column.values[0] === 1);
    case 'text':
      return `“${wordAt(column.words, column.codes[0]!)}”`;
    case 'set': {
      const words = unpackWords(column.words).filter((_, bit) => hasBit(column, 0, bit));
      return `{${words.map((word) => `“${word}”`).join(phrases.comma)}}`;
    }
  }
}

function yearsFilled(name: YearsFunction, k: number, past: (back: number) => Printed): Printed {
  const held = (back: number): string => {
    const { text, level } = past(back);
    return level < LEVEL.atom ? `(${text})` : text;
  };
  switch (name) {
    case 'previous':
      return past(k);
    case 'growth':
      return { text: `${held(0)} ÷ ${held(1)} − 1`, level: LEVEL.sum };
    case 'cagr':
      return { text: `(${held(0)} ÷ ${held(k)})^(1 ÷ ${k}) − 1`, level: LEVEL.sum };
    default: {
      const sum = Array.from({ length: k }, (_, back) => held(back)).join(' + ');
      if (k === 1) return past(0);
      return name === 'sum_years' ? { text: sum, level: LEVEL.sum } : { text: `(${sum}) ÷ ${k}`, level: LEVEL.product };
    }
  }
}
