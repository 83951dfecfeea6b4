-- Grain: one row per version of a form, the newest first; of an institution, or of all.
-- $1 institution text or null: every institution · $2 id integer or null: all
-- $3 account text or null: entries of everybody are counted
-- Columns: as in `KeptForm`.
select
  forms.id,
  forms.institution,
  forms.country,
  forms.form,
  forms.version,
  forms.title,
  forms.file_name as "fileName",
  forms.sha256,
  forms.definition,
  coalesce(accounts.shown_name, forms.actor) as "keptBy",
  forms.at as "keptAt",
  newest.id as "mappingId",
  newest.mapping,
  form_withdrawals.because as "withdrawnBecause",
  form_withdrawals.at as "withdrawnAt",
  (
    select coalesce(sum(records), 0)::integer from form_entries
    where form_entries.form = forms.id and state = 'waiting'
      and ($3::text is null or entered_by = $3)
  ) as waiting,
  (
    select count(*)::integer from form_entries
    where form_entries.form = forms.id and state = 'draft'
      and ($3::text is null or entered_by = $3)
  ) as drafts,
  (
    select coalesce(sum(records), 0)::integer from form_entries
    where form_entries.form = forms.id and state = 'waiting'
      and ($3::text is null or entered_by = $3)
      and form_entries.id::text in (select held_entries())
  ) as held
from forms
left join accounts on accounts.id::text = forms.actor
left join form_withdrawals on form_withdrawals.form = forms.id
left join lateral (
  select form_mappings.id, form_mappings.mapping from form_mappings
  where form_mappings.form = forms.id order by form_mappings.id desc limit 1
) as newest on true
where ($1::text is null or forms.institution = $1)
  and ($2::integer is null or forms.id = $2)
order by forms.institution, forms.form, forms.version desc
limit 500
