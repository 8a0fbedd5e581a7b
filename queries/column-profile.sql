-- What shape has a number in a year: its bins between the 1st and the 99th percentile, and its quantiles?
-- param   year      int
-- param   field     ident  number or yes/no column of the panel
-- column  bin       int    1 to 20, always 20 rows
-- column  low       real?  the bin begins here; missing when nobody reports
-- column  high      real?  and ends before here; the last bin holds its end too
-- column  firms     int    in the bin; where all values between the percentiles are equal, they stand in bin 1
-- column  below     int    firms under the 1st percentile, in no bin
-- column  above     int    firms over the 99th percentile, in no bin
-- column  present   int    rows of the year
-- column  reported  int
-- column  zero      int
-- column  minimum   real?
-- column  p01       real?  quantiles of type 7
-- column  p25       real?
-- column  median    real?
-- column  p75       real?
-- column  p99       real?
-- column  maximum   real?
with value as (
  select cast($field as double) as v
  from panel
  where year = $year
),
fact as (
  select
    count(*) as present, count(v) as reported, count(*) filter (v = 0) as zero,
    min(v) as minimum, quantile_cont(v, 0.01) as p01, quantile_cont(v, 0.25) as p25, quantile_cont(v, 0.5) as median,
    quantile_cont(v, 0.75) as p75, quantile_cont(v, 0.99) as p99, max(v) as maximum
  from value
),
place as (
  select
    count(*) filter (v < p01) as below, count(*) filter (v > p99) as above
  from value, fact
),
binned as (
  select
    case when p99 > p01 then least(20, 1 + cast(floor((v - p01) / (p99 - p01) * 20) as integer)) else 1 end as bin,
    count(*) as firms
  from value, fact
  where v between p01 and p99
  group by 1
)
select
  cast(bins.bin as integer) as bin,
  p01 + (p99 - p01) * (bins.bin - 1) / 20 as low,
  p01 + (p99 - p01) * bins.bin / 20 as high,
  cast(coalesce(binned.firms, 0) as integer) as firms,
  cast(below as integer) as below,
  cast(above as integer) as above,
  cast(present as integer) as present,
  cast(reported as integer) as reported,
  cast(zero as integer) as zero,
  minimum, p01, p25, median, p75, p99, maximum
from range(1, 21) as bins(bin)
cross join fact
cross join place
left join binned on binned.bin = bins.bin
order by bins.bin
