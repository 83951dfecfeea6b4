-- Grain: one row per institution with files that nobody has touched for as long as they are kept.
-- $1 days for which they are kept integer · $2 today date
-- Columns: owner · ids, numbers of the submissions as text · since, day from which the first is kept no longer
-- What a job reads at this moment is left to the next day.
select
  submissions.institution as owner,
  array_agg(submissions.id::text order by submissions.id) as ids,
  to_char(min(submissions.changed_at at time zone 'UTC' + make_interval(days => $1::integer)), 'YYYY-MM-DD')
    as since
from submissions
left join jobs on jobs.id = submissions.job
where submissions.state in ('receiving', 'draft')
  and (submissions.changed_at at time zone 'UTC' + make_interval(days => $1::integer))::date <= $2::date
  and coalesce(jobs.status, 'done') not in ('waiting', 'running')
group by submissions.institution
order by submissions.institution
