-- Grain: one row per submission, the newest first.
-- $1 institution text or null: every institution · $2 id integer or null: all
-- Columns: as in `Submission`; bytes in bytes.
select
  submissions.id,
  submissions.institution,
  coalesce(accounts.shown_name, submissions.sent_by) as "sentBy",
  submissions.file_name as "fileName",
  submissions.file_bytes as "fileBytes",
  submissions.received_bytes as "receivedBytes",
  submissions.state,
  submissions.profile,
  submissions.revision,
  submissions.job,
  submissions.became,
  submissions.wrapped_key as "wrappedKey",
  submissions.created_at as "createdAt",
  submissions.changed_at as "changedAt"
from submissions
left join accounts on accounts.id::text = submissions.sent_by
where ($1::text is null or submissions.institution = $1)
  and ($2::integer is null or submissions.id = $2)
order by submissions.id desc
limit 500
