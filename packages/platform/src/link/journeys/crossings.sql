-- grain: one row per recorded crossing of a linked person, a person's rows together and in order of
--   instant
-- source: tables `link_crossings` (person, record_id, crossed_on, crossed_at, direction)
-- parameters: none
-- columns: person (place of the person's least card), row (rowid of link_crossings), day (as written,
--   days since 1970-01-01), direction (1 arrival, 0 departure, -1 unknown), timed (1 where the time of
--   day was recorded), minute (since 1970-01-01, local time of the post)
select
  person::integer as person,
  rowid::integer as row,
  coalesce(crossed_on - date '1970-01-01', 0)::integer as day,
  case direction when 'arrival' then 1 when 'departure' then 0 else -1 end::tinyint as direction,
  (crossed_at is not null)::tinyint as timed,
  coalesce(
    epoch(crossed_at) / 60,
    (crossed_on - date '1970-01-01') * 1440.0,
    'NaN'::double
  )::double as minute
from link_crossings
order by person, minute, record_id
