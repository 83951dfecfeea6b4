-- Grain: one row per entry that is kept no longer; those of a form, state and dataset together, the oldest first.
-- $1 days for which a draft is kept integer · $2 today date
-- $3 days for which the records of a dataset are kept, as JSON: [{ dataset, days }]
-- Columns: as in `ExpiredEntry`; `since`, day from which it is no longer kept, as text.
-- What is being handed in at this moment is left to the next day.
select
  form_entries.id,
  forms.id as "form",
  forms.title as "title",
  coalesce(own.mapping, newest.mapping) ->> 'dataset' as "dataset",
  forms.institution as "owner",
  form_entries.state as "state",
  to_char(term.since, 'YYYY-MM-DD') as "since"
from form_entries
join forms on forms.id = form_entries.form
left join form_mappings as own on own.id = form_entries.mapping
left join lateral (
  select form_mappings.mapping from form_mappings
  where form_mappings.form = forms.id order by form_mappings.id desc limit 1
) as newest on true
left join jsonb_to_recordset($3::jsonb) as kept (dataset text, days integer)
  on form_entries.state = 'waiting' and kept.dataset = own.mapping ->> 'dataset'
left join jobs on jobs.id = form_entries.job
cross join lateral (
  select case form_entries.state
    when 'draft' then form_entries.changed_at at time zone 'UTC' + make_interval(days => $1::integer)
    else form_entries.created_at at time zone 'UTC' + make_interval(days => kept.days)
  end as since
) as term
where form_entries.state in ('draft', 'waiting')
  and term.since::date <= $2::date
  and (form_entries.hand_in is null or coalesce(jobs.status, 'done') not in ('waiting', 'running'))
order by 5, 3, 2, 6, 4, 7, form_entries.id
