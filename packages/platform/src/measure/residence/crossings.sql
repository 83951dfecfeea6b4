-- grain: one row per row of the file, a person's rows together and in order of instant
-- source: tables `written` (the file, in its order, every column as text) and `persons` (a number
--   for every person_id; rows without one have the number -1)
-- parameters: none
-- columns: person, file_row (from 0), day (as written, days since 1970-01-01; 0 where unreadable),
--   direction (1 arrival, 0 departure, -1 unknown), minute (since 1970-01-01, UTC where a zone is
--   given; NaN where unreadable)
with lines as (
  select
    written.rowid as file_row,
    coalesce(person, -1) as person,
    trim(crossed_at) as instant,
    lower(trim(direction)) as direction
  from written left join persons using (person_id)
),
parted as (
  select
    *,
    case
      when regexp_full_match(
        instant, '\d{4}-\d{2}-\d{2}([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-](0\d|1[0-4]):?[0-5]\d)?)?'
      ) then try_cast(left(instant, 10) as date) - date '1970-01-01'
    end as day,
    -- the zone and the fractions of a second are looked for where there is room for them
    length(instant) not in (10, 16, 19) as is_long
  from lines
)
select
  person::integer as person,
  file_row::integer as file_row,
  coalesce(day, 0)::integer as day,
  case direction when 'arrival' then 1 when 'departure' then 0 else -1 end::tinyint as direction,
  coalesce(
    case
      when length(instant) = 10 then day * 1440.0
      when not is_long then day * 1440 + epoch(try_cast(substr(instant, 12) as time)) / 60
      else day * 1440
        + epoch(try_cast(regexp_extract(substr(instant, 12), '^[\d:.]+') as time)) / 60
        - coalesce(
          try_cast(regexp_extract(instant, '([+-])\d{2}:?\d{2}$', 1) || '1' as integer)
          * (
            try_cast(regexp_extract(instant, '[+-](\d{2}):?\d{2}$', 1) as integer) * 60
            + try_cast(right(instant, 2) as integer)
          ),
          0
        )
    end,
    'NaN'::double
  ) as minute
from parted
order by person, minute, file_row
