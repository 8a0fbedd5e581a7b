-- What did one firm report for a field, year by year?
-- param   firm   text   key of the firm
-- param   field  ident  number or yes/no column of the panel
-- column  year   int
-- column  name   text?  as given that year
-- column  value  real?
select
  cast(year as integer) as year,
  name,
  cast($field as double) as value
from panel
where firm = $firm
order by year
