-- By which runs of linkage the persons of a cube are told apart: another linkage, other persons.

-- digest of the runs; empty where the cube counts no linked persons, or none were linked
alter table cube_builds add column linkage text not null default '';
