-- grain: one row per travel document of a person who crossed a border
-- source: the view `lines`, the parts of the table with every column as text
-- parameters: none
-- columns: valid_to is the day after the last, missing where the document does not expire
select
  column0::bigint as person_id,
  column1 as document_type,
  column2 as document_number,
  column3 as document_issuer,
  column4::date as valid_from,
  column5::date as valid_to,
  column6 as given_names,
  column7 as family_names
from lines
