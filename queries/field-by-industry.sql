-- How many firms of a year report a field, and what is its middle, by industry?
-- param   year        int
-- param   field       ident   number or yes/no column of the panel
-- param   industries  text[]  empty keeps every industry, the unknown one too
-- column  industry    text?   missing where the firm's industry is
-- column  firms       int
-- column  reported    int     firms with a value
-- column  median      real?   quantile of type 7; missing when nobody reports
select
  industry,
  cast(count(*) as integer) as firms,
  cast(count($field) as integer) as reported,
  quantile_cont(cast($field as double), 0.5) as median
from panel
where year = $year
  and (len($industries) = 0 or list_contains($industries, industry))
group by industry
order by industry nulls last
