import { SQLDialect } from '@codemirror/lang-sql';

/** DuckDB as far as it only reads: what a statement may hold, coloured and offered. */
export const DUCKDB = SQLDialect.define({
  keywords:
    'select distinct from where group by all having qualify window order asc desc nulls first last limit offset as with recursive materialized union intersect ' +
    'except and or not in is null between like ilike similar to case when then else end exists any some cross inner left right full outer semi anti asof join ' +
    'lateral natural on using positional tablesample sample values table over partition rows range groups unbounded preceding following current row exclude ' +
    'replace rename columns cast try_cast filter within describe show tables summarize pivot unpivot explain analyze interval true false collate escape',
  types:
    'boolean tinyint smallint integer bigint hugeint utinyint usmallint uinteger ubigint float double decimal varchar blob date time timestamp interval uuid ' +
    'struct map list enum',
  builtin:
    'count sum avg median mode min max stddev stddev_samp var_samp quantile_cont quantile_disc approx_quantile mad skewness kurtosis corr covar_samp regr_slope ' +
    'regr_intercept regr_r2 first last arg_min arg_max string_agg list histogram bool_and bool_or count_if row_number rank dense_rank percent_rank cume_dist ntile ' +
    'lag lead first_value last_value nth_value coalesce nullif ifnull greatest least abs round floor ceil sqrt ln log exp pow sign lower upper trim length left ' +
    'right substring replace split_part regexp_matches regexp_extract concat concat_ws contains starts_with list_contains unnest len range generate_series ' +
    'date_part date_trunc datediff strftime strptime typeof format printf levenshtein jaro_winkler_similarity',
  operatorChars: '*+-%<>!=&|^/~@',
  specialVar: '$',
  identifierQuotes: '"',
  doubleDollarQuotedStrings: true,
  caseInsensitiveIdentifiers: true,
});
