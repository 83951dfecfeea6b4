-- grain: one row per run, the newest first
-- parameters: country (or null), statuses of the run's batch (array)
-- columns: as in LinkRun
select
  r.batch as id, r.country, b.status, r.base, r.root, r.method_version as "methodVersion",
  b.file_sha256 as fingerprint, r.inputs, r.specification, r.model, r.blocking, r.findings, r.figures,
  r.made_at as "madeAt"
from link_runs as r join batches as b on b.id = r.batch
where ($1::text is null or r.country = $1) and b.status = any ($2)
order by r.batch desc
