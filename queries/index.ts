import { define, type Query } from './define';
import { columnProfile } from './column-profile';
import fieldByIndustrySql from './field-by-industry.sql?raw';
import fieldCoverageSql from './field-coverage.sql?raw';
import firmYearsSql from './firm-years.sql?raw';
import panelShapeSql from './panel-shape.sql?raw';
import scoreBoardSql from './score-board.sql?raw';

export { columnProfile };

/** Reports and middle of a field, by industry. */
export const fieldByIndustry = define({
  name: 'field-by-industry',
  sql: fieldByIndustrySql,
  params: { year: 'int', field: 'ident', industries: 'text[]' },
  columns: { industry: 'text?', firms: 'int', reported: 'int', median: 'real?' },
});

/** Firms that report a field, by year. */
export const fieldCoverage = define({
  name: 'field-coverage',
  sql: fieldCoverageSql,
  params: { field: 'ident' },
  columns: { year: 'int', firms: 'int', reported: 'int' },
});

/** A field of one firm, by year. */
export const firmYears = define({
  name: 'firm-years',
  sql: firmYearsSql,
  params: { firm: 'text', field: 'ident' },
  columns: { year: 'int', name: 'text?', value: 'real?' },
});

/** Rows, firms and years loaded. */
export const panelShape = define({
  name: 'panel-shape',
  sql: panelShapeSql,
  params: {},
  columns: { rows: 'int', firms: 'int', years: 'int', first_year: 'int?', last_year: 'int?' },
});

/** Ranks of a segment from table `score`. */
export const scoreBoard = define({
  name: 'score-board',
  sql: scoreBoardSql,
  params: { year: 'int', dimension: 'ident', segment: 'text?' },
  columns: { firm: 'text', name: 'text?', score: 'real?', coverage: 'real', status: 'text', overall: 'int?', rank: 'int?' },
});

/** Every question that stands in a file: the catalogue, for the tests and the console. */
export const QUERIES: readonly Query[] = [columnProfile, fieldByIndustry, fieldCoverage, firmYears, panelShape, scoreBoard];
