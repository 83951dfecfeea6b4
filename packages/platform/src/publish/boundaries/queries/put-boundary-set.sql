-- Grain: one row per boundary set; a set with the same id gives way to the newer one.
-- Parameters: $1 id, $2 level, $3 country, $4 title, $5 source (jsonb), $6 path, $7 areas (number).
insert into boundary_sets (id, level, country, title, source, path, areas)
values ($1, $2, $3, $4, $5::jsonb, $6, $7)
on conflict (id) do update
set level = excluded.level,
    country = excluded.country,
    title = excluded.title,
    source = excluded.source,
    path = excluded.path,
    areas = excluded.areas,
    added_at = now()
