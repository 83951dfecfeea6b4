-- grain: one row per person and spell of usual residence in one country
-- source: the view `lines`, the parts of the table with every column as text
-- parameters: none
-- columns: resident_to is the day after the last, missing while the spell is open
select
  column0::bigint as person_id,
  column1::integer as spell,
  column2 as country,
  column3::date as resident_from,
  column4::date as resident_to,
  column5 as reason
from lines
