import type { SqlName } from '../../state/sql-face';

export interface Example {
  readonly id: 'firms' | 'intensity' | 'top' | 'titles' | 'summary';
  readonly sql: string;
}

const EXAMPLES: readonly (Example & { readonly needs: readonly string[] })[] = [
  {
    id: 'firms',
    needs: ['industry'],
    sql: `select industry, cast(year as integer) as year, count(*) as firms
from panel
group by all
order by year desc, firms desc`,
  },
  {
    id: 'intensity',
    needs: ['industry', 'rd_expense', 'revenue'],
    sql: `select industry, round(median(rd_expense / revenue), 4) as rd_intensity
from panel
where year = (select max(year) from panel) and revenue > 0
group by industry
order by rd_intensity desc`,
  },
  {
    id: 'top',
    needs: [],
    sql: `select s.rank, p.name, s.score, s.coverage
from score as s
join panel as p on p.firm = s.firm and p.year = s.year
where s.year = (select max(year) from score) and s.status = 'ranked'
order by s.rank, p.firm
limit 10`,
  },
  {
    id: 'titles',
    needs: ['titles'],
    sql: `select title, count(*) as firms
from (select unnest(titles) as title from panel where year = (select max(year) from panel))
group by title
order by firms desc`,
  },
  { id: 'summary', needs: [], sql: 'summarize panel' },
];

/** Questions the data can answer, each with its words as a comment above it. */
export function examplesFor(
  columns: readonly SqlName[],
  words: Readonly<Record<Example['id'], string>>,
): readonly (Example & { readonly words: string })[] {
  const there = new Set(columns.map(({ name }) => name));
  return EXAMPLES.filter(({ needs }) => columns.length === 0 || needs.every((name) => there.has(name))).map(({ id, sql }) => ({
    id,
    words: words[id],
    sql: `-- ${words[id]}\n${sql};`,
  }));
}
