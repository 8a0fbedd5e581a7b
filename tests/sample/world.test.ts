import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/sample/tables.mjs';
import { makeWorld } from '../../scripts/sample/world.mjs';

const world = makeWorld();
const files = new Map(sampleFiles(world));
/** The sample is a build product; this is what says that a build makes the same one. Changes with the generator, never by itself. */
const PINNED = [
  ['经营与研发_2014-2024.csv', 'b749c3af8a86b2ecf3dac4b56df25f273f9a3d989e188f3e3ec6fdf8d1cab707'],
  ['知识产权与项目_2014-2024.csv', '524e3967a8b781929318278923e627384139977f3242990e976f87c7e97d17e5'],
  ['约束事项.csv', '67795b386a263ad5b7ea60905b47265b6cc9aa2a5c7ea369fc47ada92fc7ce8d'],
  ['truth.csv', '1c61f3e5011d235495e93dcb576c1d322970604951559305597b1a04f6a139cf'],
];
const YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

/** Cells of a file without quotes or line breaks inside cells other than thousands. */
function cells(name: string): string[][] {
  const text = files.get(name);
  if (text === undefined) throw new Error(`no file ${name}`);
  const lines = text.replace('\ufeff', '').trimEnd().split(/\r?\n/);
  return lines.map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? ''));
}

const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
function correlation(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  const sum = (term: (at: number) => number) => x.reduce((total, _, at) => total + term(at), 0);
  return sum((i) => (x[i]! - mx) * (y[i]! - my)) / Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2));
}
const byFirm = new Map<number, typeof world>();
for (const record of world) {
  const known = byFirm.get(record.firm.serial);
  if (known) known.push(record);
  else byFirm.set(record.firm.serial, [record]);
}

describe('the files', () => {
  it('are the same bytes on every machine', () => {
    const hashes = [...files].map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]);
    expect(hashes).toEqual(PINNED);
  });

  it('stay under 14 MB together', () => {
    expect([...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(14e6);
  });

  it('have as many cells in every row as in the header', () => {
    for (const name of files.keys()) {
      const rows = cells(name);
      expect([...new Set(rows.map((row) => row.length))], name).toEqual([rows.at(-1)!.length]);
    }
  });

  it('carry 示例 in every name, and no name twice', () => {
    const rows = cells('经营与研发_2014-2024.csv').slice(1);
    const names = new Map(rows.map((row) => [row[1]!, row[0]!]));
    expect([...names.keys()].filter((name) => !/^示例.+\d{4}$/.test(name))).toEqual([]);
    expect(names.size).toBe(new Set(rows.map((row) => row[0])).size);
  });

  it('carry only credit codes whose check character is right and whose area is 000000', () => {
    // Horner's rule for the sum of values times powers of 3, the last place first: another road to the same remainder.
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const passes = (code: string) => {
      const remainder = [...code].slice(0, 17).reduceRight((sum, sign) => (sum * 3 + alphabet.indexOf(sign)) % 31, 0);
      return code.length === 18 && code.slice(2, 8) === '000000' && (remainder + alphabet.indexOf(code[17]!)) % 31 === 0;
    };
    const codes = new Set(
      cells('经营与研发_2014-2024.csv')
        .slice(1)
        .map((row) => row[0]!),
    );
    expect(codes.size).toBeGreaterThan(5900);
    expect([...codes].filter((code) => !passes(code))).toEqual([]);
  });

  it('have no firm and year twice', () => {
    const keys = cells('经营与研发_2014-2024.csv')
      .slice(1)
      .map((row) => `${row[0]} ${row[2]}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are written by hands: blanks, null words, thousands, full width, brackets, a title and a total', () => {
    const business = files.get('经营与研发_2014-2024.csv')!;
    expect(business.startsWith('\ufeff统一社会信用代码,')).toBe(true);
    for (const form of [/,见附表,/, /,暂无,/, /,—,/, /,"\d{1,3}(,\d{3})+(\.\d+)?",/, /,[０-９．]+,/, /,\(\d+(\.\d+)?\),/])
      expect(business).toMatch(form);
    const rights = cells('知识产权与项目_2014-2024.csv');
    expect(rights[0]![0]).toBe('知识产权与项目（2014—2024，示例数据，全部为虚构）');
    expect(rights.at(-1)![0]).toBe('合计');
  });

  it('total what stands above them', () => {
    const rows = cells('知识产权与项目_2014-2024.csv');
    const figure = (text: string) =>
      Number(text.replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll(',', ''));
    for (const at of [2, 7, 13]) {
      const sum = rows.slice(2, -1).reduce((total, row) => total + (/[\d０-９]/.test(row[at]!) ? figure(row[at]!) : 0), 0);
      expect(Number(rows.at(-1)![at])).toBeCloseTo(sum, 2);
    }
  });

  it('leave more blank the smaller the firm', () => {
    const rows = cells('经营与研发_2014-2024.csv').slice(1);
    const blank = (size: string) =>
      mean(rows.filter((row) => row[8] === size).map((row) => row.slice(10, 26).filter((cell) => !/[\d０-９]/.test(cell)).length / 16));
    const shares = ['大型', '中型', '小型', '微型'].map(blank);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[3]! / shares[0]!).toBeGreaterThan(4);
    expect(shares[3]!).toBeLessThan(0.15);
  });

  it('list constraints only where there is one', () => {
    const rows = cells('约束事项.csv').slice(1);
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.filter((row) => !row.includes('是') && Number(row.at(-1)) === 0)).toEqual([]);
  });
});

describe('the world', () => {
  it('has every year, with 3,300 to 4,500 firms in each and 6,000 ever', () => {
    for (const year of YEARS) {
      const alive = world.filter((record) => record.figures.year === year).length;
      expect(alive, String(year)).toBeGreaterThanOrEqual(3300);
      expect(alive, String(year)).toBeLessThanOrEqual(4500);
    }
    expect(byFirm.size).toBe(6000);
    expect(new Set(world.map((record) => record.figures.year))).toEqual(new Set(YEARS));
  });

  it('has firms that enter and firms that leave, and no gaps between', () => {
    const lives = [...byFirm.values()].map((records) => records.map((record) => record.figures.year));
    expect(lives.filter((years) => years[0]! > 2014).length).toBeGreaterThan(2000);
    expect(lives.filter((years) => years.at(-1)! < 2024).length).toBeGreaterThan(1000);
    expect(lives.filter((years) => years.at(-1)! - years[0]! + 1 !== years.length)).toEqual([]);
  });

  it('spends more on R&D in integrated circuits than in software, and there more than in food', () => {
    const intensity = (name: string) =>
      median(
        world
          .filter(({ firm, figures }) => firm.industry.name === name && figures.revenue > 0)
          .map(({ figures }) => figures.rdExpense / figures.revenue),
      );
    expect(intensity('集成电路')).toBeGreaterThan(1.5 * intensity('软件与信息服务'));
    expect(intensity('软件与信息服务')).toBeGreaterThan(4 * intensity('绿色食品'));
  });

  it('grows where strength is: three-year growth of log revenue correlates with latent strength', () => {
    const pairs = [...byFirm.values()].flatMap((records) =>
      records.slice(3).flatMap((later, at) => {
        const base = records[at]!.figures.revenue;
        return base > 0 && later.figures.revenue > 0 ? [[later.firm.strength, Math.log(later.figures.revenue / base)] as const] : [];
      }),
    );
    const r = correlation(
      pairs.map(([strength]) => strength),
      pairs.map(([, growth]) => growth),
    );
    expect(r).toBeGreaterThan(0.3);
    expect(r).toBeLessThan(0.7);
  });

  it('adds up: assets less liabilities are net assets, parts stay within their whole', () => {
    for (const { figures: f } of world) {
      expect(Math.abs(f.totalAssets - f.totalLiabilities - f.netAssets)).toBeLessThan(0.006);
      if (f.rdStaff > f.techStaff || f.techStaff > f.employees || f.gradStaff > f.employees || f.newGraduates > f.employees)
        throw new Error(`staff of ${JSON.stringify(f)}`);
      if (f.hitechRevenue > f.mainRevenue || f.mainRevenue > f.revenue || f.rdDomestic > f.rdExpense || f.inventionsValid > f.classOne)
        throw new Error(`parts of ${JSON.stringify(f)}`);
    }
  });

  it('gives titles for a term, none before it exists, several to some', () => {
    const held = (year: number, title: string) =>
      world.filter((record) => record.figures.year === year && record.titles.includes(title)).length;
    expect(held(2016, '科技型中小企业')).toBe(0);
    expect(held(2018, '专精特新中小企业')).toBe(0);
    expect(held(2024, '高新技术企业')).toBeGreaterThan(1000);
    expect(world.some((record) => record.titles.length >= 3)).toBe(true);
    // A title given for three years is not lost in the second.
    const runs = [...byFirm.values()].flatMap((records) =>
      records.flatMap((record, at) => {
        const starts = record.titles.includes('高新技术企业') && at > 0 && !records[at - 1]!.titles.includes('高新技术企业');
        return starts && records[at + 2]
          ? [records[at + 1]!.titles.includes('高新技术企业') && records[at + 2]!.titles.includes('高新技术企业')]
          : [];
      }),
    );
    expect(runs.length).toBeGreaterThan(500);
    expect(runs.every(Boolean)).toBe(true);
  });

  it('has a few vetoes and deductions in every year, some negative equity, some firms without revenue', () => {
    for (const year of YEARS) {
      const noted = world.filter((record) => record.figures.year === year).map((record) => record.constraint);
      const vetoes = noted.filter((each) => each.accident || each.misconduct || each.dishonest || each.environment || each.fraud).length;
      expect(vetoes, String(year)).toBeGreaterThan(5);
      expect(vetoes, String(year)).toBeLessThan(100);
      expect(noted.filter((each) => each.abnormal || each.penalties > 0).length).toBeGreaterThan(50);
    }
    expect(world.some((record) => record.figures.netAssets < 0)).toBe(true);
    expect(world.some((record) => record.figures.revenue === 0 && record.figures.rdExpense > 0)).toBe(true);
  });
});

describe('hidden seedlings', () => {
  const seedlings = [...byFirm.values()].filter((records) => records[0]!.firm.takeoff !== null);

  it('are 60, strong, clean and still there', () => {
    expect(seedlings.length).toBe(60);
    expect(seedlings.every((records) => records[0]!.firm.strength >= 1.7 && records.at(-1)!.figures.year === 2024)).toBe(true);
    expect(seedlings.flat().some(({ constraint }) => constraint.penalties > 0 || constraint.abnormal || constraint.dishonest)).toBe(false);
  });

  it('are below the middle by revenue the year before they grow', () => {
    for (const records of seedlings) {
      const before = records.find((record) => record.figures.year === Math.min(2024, record.firm.takeoff! - 1));
      if (!before) continue;
      const all = world.filter((record) => record.figures.year === before.figures.year).map((record) => record.figures.revenue);
      expect(before.figures.revenue).toBeLessThan(median(all));
    }
  });

  it('grow past others once they start', () => {
    const growth = (records: typeof world) => {
      const at = records.findIndex((record) => record.figures.year === record.firm.takeoff! - 1);
      return at >= 0 && records[at + 3] ? [records[at + 3]!.figures.revenue / records[at]!.figures.revenue] : [];
    };
    const grown = seedlings.flatMap(growth);
    expect(grown.length).toBeGreaterThanOrEqual(20);
    expect(median(grown)).toBeGreaterThan(3);
  });

  it('are told only in the truth file', () => {
    const rows = cells('truth.csv').slice(1);
    expect(rows.length).toBe(6000);
    expect(rows.filter((row) => row[3] === '1').length).toBe(60);
  });
});
