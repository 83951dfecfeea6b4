-- Who asked for what: work of the queue, and batches that were taken out.

-- the actor as the policy knows it; null: nobody, and so allowed nothing
alter table jobs add column asked_by jsonb;

-- why a batch was withdrawn, in the words of whoever did it; null where it was not
alter table batches add column withdrawn_because text;
