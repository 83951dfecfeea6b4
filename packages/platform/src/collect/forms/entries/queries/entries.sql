-- Grain: one row per form that was filled in, in the order in which they were begun.
-- $1 form integer or null · $2 id uuid or null · $3 hand-in uuid or null · $4 states text[] or null: all
-- $5 most rows integer or null: the newest ones · $6 account that entered them text or null: everybody
-- $7 ids uuid[] or null: all
-- Columns: as in `SealedEntry`.
select
  form_entries.id,
  form_entries.form,
  form_entries.mapping,
  coalesce(accounts.shown_name, form_entries.entered_by) as "enteredBy",
  form_entries.entered_by as "enteredById",
  form_entries.state,
  form_entries.records,
  form_entries.revision,
  form_entries.hand_in as "handIn",
  form_entries.job,
  form_entries.became,
  form_entries.created_at as "createdAt",
  form_entries.changed_at as "changedAt",
  form_entries.sealed,
  form_entries.wrapped_key as "wrappedKey",
  form_entries.id::text in (select held_entries()) as "isHeld"
from form_entries
left join accounts on accounts.id::text = form_entries.entered_by
where ($1::integer is null or form_entries.form = $1)
  and ($2::uuid is null or form_entries.id = $2::uuid)
  and ($3::uuid is null or form_entries.hand_in = $3::uuid)
  and ($4::text[] is null or form_entries.state = any($4::text[]))
  and ($6::text is null or form_entries.entered_by = $6)
  and ($7::uuid[] is null or form_entries.id = any($7::uuid[]))
order by form_entries.created_at, form_entries.id
offset greatest(0, (
  select count(*) from form_entries as counted
  where $5::integer is not null and counted.form = $1 and counted.state = any($4::text[])
    and ($6::text is null or counted.entered_by = $6)
) - coalesce($5, 0))
