-- Grain: one row per dataset that the node has received, by its id.
-- Columns: as in `InventoryRow`; bytes in bytes, counts in records.
with held as (
  select
    dataset,
    count(*) filter (where status = 'accepted')::integer as batches,
    count(*) filter (where status <> 'accepted')::integer as earlier,
    coalesce(sum(rows_accepted) filter (where status = 'accepted'), 0)::bigint as records,
    coalesce(sum(rows_accepted + rows_withheld) filter (where wrapped_key is not null), 0)::bigint as with_names,
    coalesce(sum(rows_withheld), 0)::bigint as withheld,
    coalesce(sum(rows_erased), 0)::bigint as erased,
    coalesce(sum((select sum((file ->> 'bytes')::bigint) from jsonb_array_elements(files) as file)), 0)::bigint
      as bytes,
    min(received_at) as received_from,
    max(received_at) as received_until,
    array_agg(id) as ids
  from batches group by dataset
)
select
  d.id as "dataset",
  d.title as "title",
  d.record_type as "recordType",
  d.synthetic as "synthetic",
  coalesce(d.country, '') as "statedCountry",
  coalesce(h.batches, 0) as "batches",
  coalesce(h.earlier, 0) as "earlierBatches",
  coalesce(h.records, 0) as "records",
  coalesce(h.with_names, 0) as "withNames",
  coalesce(h.withheld, 0) as "withheld",
  coalesce(h.erased, 0) as "erased",
  coalesce(h.bytes, 0) as "bytes",
  to_char(h.received_from at time zone 'UTC', 'YYYY-MM-DD') as "receivedFrom",
  to_char(h.received_until at time zone 'UTC', 'YYYY-MM-DD') as "receivedUntil",
  array(
    select c.cube_id from cube_builds as c
    where exists (
      select from jsonb_array_elements(c.batches) as b where (b #>> '{}')::integer = any (h.ids)
    )
    order by 1
  ) as "cubes",
  array(
    select r.id from releases as r
    where exists (
      select from jsonb_array_elements(r.sources) as s, jsonb_array_elements(s -> 'batches') as b
      where (b ->> 'id')::integer = any (h.ids)
    )
    order by 1
  ) as "releases"
from datasets as d left join held as h on h.dataset = d.id
order by d.id
