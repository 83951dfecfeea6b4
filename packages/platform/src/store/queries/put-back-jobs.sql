-- Grain: the jobs of a worker that ended without ending them. They wait again, unless they were to
-- be cancelled, or have brought down their worker so often that they would do so for ever.
-- $1 name of the worker's process · $2 whether the attempt counts · $3 most attempts
-- $4 problem jsonb for those that are given up
update jobs
set status = case
      when cancel_requested then 'cancelled'
      when $2 and attempts >= $3 then 'failed'
      else 'waiting'
    end,
    problem = case when not cancel_requested and $2 and attempts >= $3 then $4::jsonb end,
    attempts = case when $2 then attempts else attempts - 1 end,
    progress = null,
    worker = null,
    ended_at = case when cancel_requested or ($2 and attempts >= $3) then now() end
where worker = $1 and status = 'running'
returning id, status
