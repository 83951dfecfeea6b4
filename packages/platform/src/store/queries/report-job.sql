-- Grain: the job that a worker runs; no row where it was taken away from the worker.
-- $1 id · $2 name of the worker's process · $3 progress jsonb or null for no change
-- Columns: whether it is to be cancelled.
update jobs
set progress = coalesce($3::jsonb, progress)
where id = $1 and worker = $2 and status = 'running'
returning cancel_requested as "cancelRequested"
