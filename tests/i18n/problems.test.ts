import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../scoring/column';
import { FORMULA_PROBLEMS } from '../../scoring/formula/problems';
import { MEANING_PROBLEMS, SAFETY_PROBLEMS, SHAPE_PROBLEMS } from '../../scoring/scheme/problems';
import { firstWords, loadWords, localeOf } from '../../src/i18n';

await firstWords('en');
await loadWords();
import { enProblems } from '../../src/i18n/en-problems';
import {
  sayFileFault,
  sayFileProblem,
  sayFormulaProblem,
  sayLedgerReason,
  saySchemeFault,
  saySchemeProblem,
} from '../../src/i18n/problems';
import { zhProblems } from '../../src/i18n/zh-problems';
import { LEDGER_REASONS } from '../../src/ingest/ledger-reasons';
import type { FileProblem } from '../../src/model/source';

const LANGUAGES = ['zh', 'en'] as const;

function source(...folders: string[]): string {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter((code) => code !== undefined)))].sort();
}

/** Every way in which a code of a file is written: `code: 'x'`, `code = a ? 'x' : 'y'`, and the first argument of say, note, problem, ask. */
function fileCodes(): string[] {
  const text = source('src/ingest', 'src/columns', 'src/state', 'src/cli').replace(/code: '(?:word|link_unknown_value)'/g, '');
  const named = all(text, /\bcode(?:: | = )(?:[^'\n;]*\? )?'([a-z]+(?:_[a-z0-9]+)+)'(?: : '([a-z]+(?:_[a-z0-9]+)+)')?/g);
  const chosen = all(text, /code: [^'\n]*\? '([a-z_]+)' : '([a-z_]+)'/g);
  const returned = all(source('src/columns'), /(?:return|[?:]) '(arrow_[a-z_]+)'/g);
  const said = all(text, /\b(?:say|note|problem|refuse|fault)\(\s*'([a-z]+(?:_[a-z0-9]+)+)'/g);
  return [...new Set([...named, ...chosen, ...returned, ...said])].sort();
}

describe('words for problems', () => {
  it('finds the codes in the source', () => {
    expect(fileCodes()).toEqual(
      expect.arrayContaining([
        'empty_file',
        'header_only',
        'no_rows',
        'cut_character',
        'encoding_mismatch',
        'unit_unknown',
        'duplicate_rows',
      ]),
    );
    expect(fileCodes().length).toBeGreaterThan(40);
  });

  it.each(LANGUAGES)('has words in %s for every code a file can give', (language) => {
    const silent = fileCodes().filter((code) => {
      const problem: FileProblem = { code, source: 'a.csv', where: 'line 3', given: '七', severity: 'error' };
      return sayFileFault(problem, language).includes(code);
    });
    expect(silent).toEqual([]);
  });

  it.each(LANGUAGES)('has words in %s for every code of a scheme', (language) => {
    const fit = all(source('scoring/scheme'), /code: '([a-z_]+)'/g);
    const codes = [...SHAPE_PROBLEMS, ...SAFETY_PROBLEMS, ...MEANING_PROBLEMS, ...fit];
    expect(codes).toContain('field_not_loaded');
    const say = (code: string) => saySchemeFault({ code, path: '/cap', given: '七', severity: 'error' }, language);
    expect(
      codes.filter((code) => say(code).includes(zhProblems.unknown(code, '', '七').slice(-8)) || say(code).includes('not in the list')),
    ).toEqual([]);
  });

  it.each(LANGUAGES)('has words in %s for every code of a formula', (language) => {
    const silent = FORMULA_PROBLEMS.filter((code) =>
      /未列明|not in the list/.test(sayFormulaProblem({ code, at: 0, length: 1, given: 'x' }, language)),
    );
    expect(silent).toEqual([]);
  });

  it.each(LANGUAGES)('has words in %s for every reason of the ledger', (language) => {
    const joined = all(source('src/ingest/panel'), /^ {2}([a-z_]+): '(?:rejected|skipped) row'/gm);
    const cells = all(source('src/ingest/panel'), /reason: '([a-z_]+)'/g);
    expect(joined).toContain('no_such_firm_year');
    expect(cells).toContain('out_of_range');
    const codes = [...LEDGER_REASONS.map(([code]) => code).filter((code) => code !== ''), ...joined, ...cells];
    expect(codes.filter((code) => /未列明|not in the list/.test(sayLedgerReason(code, language)))).toEqual([]);
  });

  it.each(LANGUAGES)('has words in %s for every notice of the workbench', (language) => {
    const text = source('src/state');
    const codes = [...all(text, /[#.]notice\('([a-z_]+)'/g), ...all(text, /code: '(link_[a-z_]+)'/g)];
    expect(codes).toEqual(expect.arrayContaining(['link_other_data', 'link_unknown_value', 'quick_scheme_made']));
    expect(codes.filter((code) => !Object.hasOwn(localeOf(language).t.notice, code))).toEqual([]);
  });

  it.each(LANGUAGES)('has words in %s for every reason a cell is missing', (language) => {
    expect(REASONS.filter((reason) => !localeOf(language).t.reason[reason])).toEqual([]);
  });

  it('has the same codes in both languages', () => {
    for (const part of ['file', 'ledger', 'formula', 'scheme', 'path'] as const) {
      expect(Object.keys(enProblems[part])).toEqual(Object.keys(zhProblems[part]));
    }
  });
});

describe('a problem of a file', () => {
  const cut: FileProblem = {
    code: 'cut_character',
    source: '企业.csv',
    where: 'line 12, byte 345',
    given: 'utf-8: e4 bd',
    severity: 'error',
  };

  it('names file, line, byte and given bytes, the next step, and what stays', () => {
    expect(sayFileProblem(cut, 'zh')).toBe(
      '“企业.csv”：第 12 行（第 345 字节）：文件在一个字的中间断了（utf-8: e4 bd），多半没有下载或复制完整。请重新取得文件。该文件没有载入，先前的内容不变。',
    );
    expect(sayFileProblem(cut, 'en')).toBe(
      '“企业.csv”: Line 12 (byte 345): the file stops in the middle of a character (utf-8: e4 bd), so download or copy was probably incomplete. Get the file again. The file is not loaded; what was there before stays.',
    );
  });

  it('names a column without a header by its number', () => {
    expect(sayFileFault({ code: 'unit_unknown', source: 'a.csv', where: '#5', given: 'x_c4', severity: 'question' }, 'en')).toContain(
      'Column 5 (x_c4)',
    );
  });

  it('says the name of a field beside its id', () => {
    const asked: FileProblem = { code: 'unit_unknown', source: 'a.csv', where: '研发费', given: 'rd_expense', severity: 'question' };
    expect(sayFileFault(asked, 'zh')).toMatch(/^“研发费”（[^（]*研发[^（]*（rd_expense））：金额没有写单位。/);
  });

  it('shows an unknown code with its place rather than nothing', () => {
    const strange: FileProblem = { code: 'moon_phase', source: 'a.csv', where: 'line 2', given: '7', severity: 'warning' };
    expect(sayFileProblem(strange, 'zh')).toContain('第 2 行：出现未列明的问题 moon_phase（7）');
    expect(sayFileProblem(strange, 'en')).toContain('Line 2: a problem not in the list, moon_phase (7)');
  });

  it('does not take the name of an object’s own machinery for a code', () => {
    expect(sayFileFault({ code: 'constructor', source: 'a.csv', where: '', given: '', severity: 'error' }, 'en')).toContain(
      'not in the list, constructor',
    );
  });
});

describe('a problem of a scheme', () => {
  it('says the place in words and as a pointer', () => {
    const hole = {
      code: 'tiers_hole',
      path: '/indicators/3/rule/tiers/1/from',
      given: '#1 [0, 5) | #2 [6, +∞)',
      severity: 'error',
    } as const;
    expect(saySchemeProblem(hole, 'zh')).toBe(
      '第 4 个指标 · 规则 · 第 2 个档 · 起点（/indicators/3/rule/tiers/1/from）：两档之间有空当（#1 [0, 5) | #2 [6, +∞)），落在其中的值没有分。请补齐。方案没有启用，先前的结果不变。',
    );
    expect(saySchemeFault(hole, 'en')).toMatch(/^indicator 4 · rule · tier 2 · start \(\/indicators\/3/);
  });

  it('says what is wrong inside a formula, counting characters from 1', () => {
    const formula = { code: 'unknown_field', at: 4, length: 6, given: 'revenu → revenue' };
    const problem = { code: 'formula', path: '/gates/0/formula', given: 'revenu → revenue', severity: 'error', formula } as const;
    expect(saySchemeFault(problem, 'en')).toContain('at character 5: there is no field “revenu → revenue”');
    expect(saySchemeFault(problem, 'zh')).toContain('第 5 个字符处：没有字段“revenu → revenue”');
  });
});
