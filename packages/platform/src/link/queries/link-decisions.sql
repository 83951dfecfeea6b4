-- grain: one row per decision (undoings beside what they undo), the newest first
-- parameters: country (or null)
-- columns: as in LinkDecision
select
  d.id, d.country, d.kind, d.one_id as one, d.other_id as other, d.because, d.decided_by as "decidedBy",
  d.run, d.weight, d.decided_at as "decidedAt",
  u.id as "undoneBy", u.because as "undoneBecause", u.decided_by as "undoneByWhom"
from link_decisions as d left join link_decisions as u on u.undoes = d.id
where d.kind <> 'undone' and ($1::text is null or d.country = $1)
order by d.id desc
