-- Grain: one row per job, newest first.
-- $1 id or null · $2 statuses text[] or null · $3 most rows
-- Columns: as in `Job`.
select
  id,
  kind,
  input,
  status,
  progress,
  result,
  problem,
  attempts,
  cancel_requested as "cancelRequested",
  created_at as "createdAt",
  started_at as "startedAt",
  ended_at as "endedAt"
from jobs
where ($1::integer is null or id = $1)
  and ($2::text[] is null or status = any ($2))
order by id desc
limit $3
