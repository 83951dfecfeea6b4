-- Grain: the job that a worker ends; nothing happens where it was taken away from the worker.
-- $1 id · $2 name of the worker's process · $3 status · $4 result jsonb or null · $5 problem jsonb or null
update jobs
set status = $3,
    result = $4::jsonb,
    problem = $5::jsonb,
    progress = case when $3 = 'done' then '{"done": 1}'::jsonb else progress end,
    worker = null,
    ended_at = now()
where id = $1 and worker = $2 and status = 'running'
