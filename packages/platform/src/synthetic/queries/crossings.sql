-- grain: one row per true crossing of a border of a drawn country
-- source: the view `lines`, the parts of the table with every column as text
-- parameters: none
-- columns: crossing_id is person_id * 65536 + place among the person's crossings, from 0;
--   crossed_at in local time; irregular away from the posts; recorded where a line was written
select
  column00::bigint * 65536 + column01::bigint as crossing_id,
  column00::bigint as person_id,
  column02 as country,
  make_timestamp(column03::bigint * 60000000) as crossed_at,
  column04 as direction,
  column05 as border_post,
  column06 as mode,
  column07 as counterpart_country,
  column08 as purpose,
  column09 = '1' as irregular,
  column10 = '1' as recorded
from lines
