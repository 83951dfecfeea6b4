-- Grain: the one boundary set with the id $1, or none.
-- Columns: as in list-boundary-sets.
select id, level, country, title, source, path, areas, added_at
from boundary_sets
where id = $1
