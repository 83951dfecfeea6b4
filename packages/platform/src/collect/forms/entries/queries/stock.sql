-- Grain: one row per form, dataset that its records join and state, where anything waits or is a draft.
-- Columns: as in `EntryStock`; `oldest` is a day (UTC): of a draft the day of its last change.
select
  forms.id as "form",
  forms.title as "title",
  coalesce(own.mapping, newest.mapping) ->> 'dataset' as "dataset",
  forms.institution as "owner",
  forms.country as "country",
  form_entries.state as "state",
  count(*)::integer as "count",
  (count(*) filter (where form_entries.id::text in (select held_entries())))::integer as "held",
  to_char(
    min(case form_entries.state when 'draft' then form_entries.changed_at else form_entries.created_at end)
      at time zone 'UTC', 'YYYY-MM-DD') as "oldest"
from form_entries
join forms on forms.id = form_entries.form
left join form_mappings as own on own.id = form_entries.mapping
left join lateral (
  select form_mappings.mapping from form_mappings
  where form_mappings.form = forms.id order by form_mappings.id desc limit 1
) as newest on true
where form_entries.state in ('draft', 'waiting')
group by 1, 2, 3, 4, 5, 6
order by 4, 2, 1, 6
