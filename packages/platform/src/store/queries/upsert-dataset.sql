-- Grain: the one dataset; no row where it is there already as another record type, or as synthetic
-- where this one is observed (or the other way round), which must not be mixed.
-- $1 id · $2 record type · $3 title jsonb · $4 source jsonb · $5 country or null · $6 synthetic
-- Columns: id.
insert into datasets (id, record_type, title, source, country, synthetic)
values ($1, $2, $3, $4, $5, $6)
on conflict (id) do update
  set title = excluded.title, source = excluded.source, country = excluded.country
  where datasets.record_type = excluded.record_type and datasets.synthetic = excluded.synthetic
returning id
