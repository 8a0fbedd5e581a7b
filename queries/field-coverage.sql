-- How many firms report a field, year by year?
-- param   field     ident  column of the panel, of any type
-- column  year      int
-- column  firms     int
-- column  reported  int    firms with a value; an empty list of titles is a value
select
  cast(year as integer) as year,
  cast(count(*) as integer) as firms,
  cast(count($field) as integer) as reported
from panel
group by year
order by year
