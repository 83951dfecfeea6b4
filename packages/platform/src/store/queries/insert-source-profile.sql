-- Grain: the one version of a source profile, as it is recorded now or was before.
-- $1 id · $2 version · $3 content jsonb · $4 sha256 of the content
-- Columns: sha256 of the content on record.
with added as (
  insert into source_profiles (id, version, content, sha256)
  values ($1, $2, $3, $4)
  on conflict (id, version) do nothing
  returning sha256
)
select sha256 from added
union all
select sha256 from source_profiles where id = $1 and version = $2
limit 1
