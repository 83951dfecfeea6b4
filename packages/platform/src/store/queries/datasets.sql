-- Grain: one row per dataset with a batch that is not withdrawn; $1: with any batch.
-- Columns: as in `Dataset`; batches and rows accepted count accepted batches only.
select
  datasets.id,
  datasets.record_type as "recordType",
  datasets.title,
  datasets.source,
  datasets.country,
  datasets.synthetic,
  count(batches.id) filter (where batches.status = 'accepted') as batches,
  coalesce(sum(batches.rows_accepted) filter (where batches.status = 'accepted'), 0)::bigint as "rowsAccepted",
  max(batches.received_at) as "lastReceivedAt"
from datasets
join batches on batches.dataset = datasets.id and (batches.status <> 'withdrawn' or $1::boolean)
group by datasets.id
order by datasets.id
