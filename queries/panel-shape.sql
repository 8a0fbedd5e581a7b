-- How many rows, firms and years are loaded?
-- column  rows        int
-- column  firms       int
-- column  years       int
-- column  first_year  int?  missing when nothing is loaded
-- column  last_year   int?  missing when nothing is loaded
select
  cast(count(*) as integer) as rows,
  cast(count(distinct firm) as integer) as firms,
  cast(count(distinct year) as integer) as years,
  cast(min(year) as integer) as first_year,
  cast(max(year) as integer) as last_year
from panel
