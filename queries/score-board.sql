-- How does a segment of a year rank by the stored scores?
-- param   year       int
-- param   dimension  ident  text column of the panel that cuts the firms, such as industry
-- param   segment    text?  missing keeps every firm
-- column  firm       text
-- column  name       text?
-- column  score      real?
-- column  coverage   real
-- column  status     text   only `ranked` rows carry ranks
-- column  overall    int?   rank in the year: 1-2-2-4, equal within 1e-9 of max(1, score)
-- column  rank       int?   the same rule within the segment
with member as (
  select s.firm, p.name, s.score, s.coverage, s.status, $segment is null or $dimension = $segment as inside
  from score as s
  join panel as p on p.firm = s.firm and p.year = s.year
  where s.year = $year
),
neighbour as (
  select *,
    lag(score) over (order by score desc, firm) as above,
    lag(score) over (partition by inside order by score desc, firm) as above_inside,
    row_number() over (order by score desc, firm) as place,
    row_number() over (partition by inside order by score desc, firm) as place_inside
  from member
  where status = 'ranked'
),
ranked as (
  select firm,
    max(case when above - score <= 1e-9 * greatest(1, abs(above), abs(score)) then 1 else place end)
      over (order by score desc, firm rows unbounded preceding) as overall,
    max(case when above_inside - score <= 1e-9 * greatest(1, abs(above_inside), abs(score)) then 1 else place_inside end)
      over (partition by inside order by score desc, firm rows unbounded preceding) as rank
  from neighbour
)
select
  m.firm, m.name, m.score, m.coverage, m.status,
  cast(r.overall as integer) as overall,
  cast(r.rank as integer) as rank
from member as m
left join ranked as r on r.firm = m.firm
where m.inside
order by r.rank nulls last, m.score desc nulls last, m.firm
