-- grain: the run of a batch of journeys, with what it was made from and what it learnt
-- parameters: batch, country, base, root, method version, inputs, specification, model, blocking,
--   findings, figures
insert into link_runs (
  batch, country, base, root, method_version, inputs, specification, model, blocking, findings, figures
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
