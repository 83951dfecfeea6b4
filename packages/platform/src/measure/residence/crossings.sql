-- grain: one row per row of the file, in order of person and instant
-- source: the file of crossings, read with every column as text
-- parameters: none; {crossings} is replaced by a read of the file whose path is $1
-- columns: file_row (from 0), person_id, minute (since 1970-01-01, UTC where a zone is given; null if
--   unreadable), day (as written, days since 1970-01-01), direction (1 arrival, 0 departure, -1 unknown)
with lines as (
  select
    row_number() over () - 1 as file_row,
    person_id,
    trim(crossed_at) as written,
    lower(trim(direction)) as direction
  from {crossings}
),
readable as (
  select
    *,
    case
      when regexp_full_match(
        written,
        '\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?'
      ) then written
    end as crossed_at
  from lines
),
parted as (
  select
    *,
    try_cast(left(crossed_at, 10) as date) as crossed_on,
    try_cast(
      case
        when length(crossed_at) = 10 then crossed_at
        else replace(regexp_extract(crossed_at, '^[^Z+]{16}(:\d{2}(\.\d+)?)?'), 'T', ' ')
      end as timestamp
    ) as instant,
    regexp_extract(crossed_at, '[T ].*([+-])(\d{2}):?(\d{2})$', ['sign', 'hours', 'minutes']) as zone
  from readable
)
select
  file_row,
  coalesce(person_id, '') as person_id,
  case
    when crossed_on is not null
      then epoch(instant) / 60
        - case
          when coalesce(zone.sign, '') = '' then 0
          else (try_cast(zone.hours as integer) * 60 + try_cast(zone.minutes as integer))
            * case when zone.sign = '-' then -1 else 1 end
        end
  end as minute,
  crossed_on - date '1970-01-01' as day,
  case direction when 'arrival' then 1 when 'departure' then 0 else -1 end as direction
from parted
order by person_id, minute nulls last, file_row
