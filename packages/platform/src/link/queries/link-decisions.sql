-- grain: one row per decision (undoings beside what they undo), the newest first
-- parameters: country (or null)
-- columns: as in LinkDecision; whoever decided by the name that people know, where it is an account
select
  d.id, d.country, d.kind, d.one_id as one, d.other_id as other, d.because,
  coalesce(a.shown_name, d.decided_by) as "decidedBy",
  d.run, d.weight, d.decided_at as "decidedAt",
  u.id as "undoneBy", u.because as "undoneBecause",
  coalesce(b.shown_name, u.decided_by) as "undoneByWhom"
from link_decisions as d left join link_decisions as u on u.undoes = d.id
left join accounts as a on a.id::text = d.decided_by
left join accounts as b on b.id::text = u.decided_by
where d.kind <> 'undone' and ($1::text is null or d.country = $1)
order by d.id desc
