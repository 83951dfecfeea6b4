-- Grain: one row per cube that stands built.
-- $1 cube id or null for all
-- Columns: as in `CubeBuild`.
select
  cube_id as "cubeId",
  snapshot,
  batches,
  definition_sha256 as "definitionSha256",
  files,
  cells,
  facts,
  updated_on as "updatedOn",
  synthetic,
  linkage,
  built_at as "builtAt"
from cube_builds
where $1::text is null or cube_id = $1
order by cube_id
