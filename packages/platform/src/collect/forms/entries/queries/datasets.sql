-- Grain: one row per dataset that records which wait are to join.
-- No parameters.
-- Columns: dataset text.
select distinct form_mappings.mapping ->> 'dataset' as "dataset"
from form_entries
join form_mappings on form_mappings.id = form_entries.mapping
where form_entries.state = 'waiting'
