-- Grain: one row per entry that is kept no longer, the oldest first.
-- $1 form integer · $2 state text · $3 days for which it is kept integer · $4 today date
-- $5 dataset that its record joins text; of drafts, any
-- Columns: id uuid · since, day from which it is no longer kept, as text
-- What is being handed in at this moment is left to the next day.
select
  form_entries.id,
  to_char(
    (case form_entries.state when 'draft' then form_entries.changed_at else form_entries.created_at end)
      at time zone 'UTC' + make_interval(days => $3::integer), 'YYYY-MM-DD') as since
from form_entries
left join form_mappings on form_mappings.id = form_entries.mapping
left join jobs on jobs.id = form_entries.job
where form_entries.form = $1::integer
  and form_entries.state = $2::text
  and (form_entries.state = 'draft' or form_mappings.mapping ->> 'dataset' = $5::text)
  and ((case form_entries.state when 'draft' then form_entries.changed_at else form_entries.created_at end)
    at time zone 'UTC' + make_interval(days => $3::integer))::date <= $4::date
  and (form_entries.hand_in is null or coalesce(jobs.status, 'done') not in ('waiting', 'running'))
order by 2, form_entries.id
