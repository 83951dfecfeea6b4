-- Backups that were removed, so that erased persons are known to be in none that is kept.

-- when the archive was removed from its folder; null as long as it is kept
alter table backups add column pruned_at timestamptz;
