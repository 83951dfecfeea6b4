-- grain: one row per line of a file of records, the header not counted
-- source: the view `lines`, the parts of the table with every column as text
-- parameters: none
-- columns: line counts from 1, the header being line 1; copy is true of a repeated record;
--   errors are the kinds of error in the line, parted by spaces, missing where there is none
select
  column0 as file,
  column1::bigint as line,
  column2::bigint as person_id,
  column2::bigint * 65536 + column3::bigint as crossing_id,
  column4 = '1' as copy,
  column5 as errors
from lines
