-- Grain: one row per batch, newest last.
-- $1 ids integer[] or null · $2 dataset text or null · $3 record type text or null
-- $4 file sha256 text or null · $5 statuses text[] or null: null leaves a condition out
-- Columns: as in `Batch`; rows_* in rows, file_bytes in bytes.
select
  id,
  dataset,
  record_type as "recordType",
  profile_id as "profileId",
  profile_version as "profileVersion",
  file_name as "fileName",
  file_sha256 as "fileSha256",
  file_bytes as "fileBytes",
  status,
  rows_read as "rowsRead",
  rows_accepted as "rowsAccepted",
  rows_rejected as "rowsRejected",
  rows_flagged_duplicate as "rowsFlaggedDuplicate",
  rows_withheld as "rowsWithheld",
  quality,
  files,
  wrapped_key as "wrappedKey",
  institution,
  covers_from::text as "coversFrom",
  covers_until::text as "coversUntil",
  received_at as "receivedAt",
  withdrawn_because as "withdrawnBecause",
  superseded_by as "supersededBy",
  superseded_because as "supersededBecause"
from batches
where ($1::integer[] is null or id = any ($1))
  and ($2::text is null or dataset = $2)
  and ($3::text is null or record_type = $3)
  and ($4::text is null or file_sha256 = $4)
  and ($5::text[] is null or status = any ($5))
order by id
