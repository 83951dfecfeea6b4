-- Grain: the one cube that was built; takes the place of its earlier build.
-- $1 cube id · $2 snapshot · $3 batches jsonb · $4 sha256 of the definition · $5 files jsonb
-- $6 cells · $7 facts (records counted) · $8 updated on, date or null · $9 synthetic · $10 linkage
insert into cube_builds (
  cube_id, snapshot, batches, definition_sha256, files, cells, facts, updated_on, synthetic,
  linkage
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (cube_id) do update set
  snapshot = excluded.snapshot,
  batches = excluded.batches,
  definition_sha256 = excluded.definition_sha256,
  files = excluded.files,
  cells = excluded.cells,
  facts = excluded.facts,
  updated_on = excluded.updated_on,
  synthetic = excluded.synthetic,
  linkage = excluded.linkage,
  built_at = now()
