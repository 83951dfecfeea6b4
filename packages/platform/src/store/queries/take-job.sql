-- Grain: the one job that is taken, if any waits; two workers never take the same one.
-- $1 name of the worker's process
-- Columns: as in `Job`; asked_by: the actor that it is done as.
update jobs
set status = 'running', attempts = attempts + 1, worker = $1, started_at = now(), ended_at = null,
    progress = null, problem = null
where id = (
  select id from jobs
  where status = 'waiting'
  order by priority desc, id
  limit 1
  for update skip locked
)
returning id, kind, input, attempts, asked_by as "askedBy"
