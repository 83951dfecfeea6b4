-- Grain: the one batch that is recorded.
-- $1 id · $2 dataset · $3 record type · $4 profile id · $5 profile version · $6 file name
-- $7 file sha256 · $8 file bytes · $9 rows read · $10 accepted · $11 rejected · $12 flagged as repeated
-- $13 quality jsonb · $14 files jsonb · $15 wrapped key or null · $16 institution, '' for none
-- $17, $18 first and last day that it covers, dates or null
insert into batches (
  id, dataset, record_type, profile_id, profile_version, file_name, file_sha256, file_bytes,
  rows_read, rows_accepted, rows_rejected, rows_flagged_duplicate, quality, files, wrapped_key,
  institution, covers_from, covers_until
)
overriding system value
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
