-- grain: one row per synthetic person
-- source: the view `lines`, the parts of the table with every column as text
-- parameters: none
-- columns: dates; death_date missing while alive at the end of the drawn years
select
  column00::bigint as person_id,
  column01::bigint as household_id,
  column02 as sex,
  column03::date as birth_date,
  column04::date as death_date,
  column05 as given_names,
  column06 as family_names,
  column07 as paternal_name,
  column08 as maternal_name,
  column09 as married_name,
  column10 as citizenship,
  column11 as second_citizenship,
  column12 as birth_country,
  column13 as department,
  column14 as municipality,
  column15 as behaviour
from lines
