-- grain: one row per line of a file of permits, residences or returns, the header not counted
-- source: the view `lines`, the parts of the table with every column as text
-- parameters: none
-- columns: line counts from 1, the header being line 1; event counts from 0 among the events of
--   that kind that befell the person; copy is true of a repeated record
select
  column0 as file,
  column1::bigint as line,
  column2::bigint as person_id,
  column3::integer as event,
  column4 = '1' as copy
from lines
