import { define } from './define';
import columnProfileSql from './column-profile.sql?raw';

/** Bins and quantiles of a number in a year. */
export const columnProfile = define({
  name: 'column-profile',
  sql: columnProfileSql,
  params: { year: 'int', field: 'ident' },
  columns: {
    bin: 'int',
    low: 'real?',
    high: 'real?',
    firms: 'int',
    below: 'int',
    above: 'int',
    present: 'int',
    reported: 'int',
    zero: 'int',
    minimum: 'real?',
    p01: 'real?',
    p25: 'real?',
    median: 'real?',
    p75: 'real?',
    p99: 'real?',
    maximum: 'real?',
  },
});
