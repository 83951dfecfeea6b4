-- Files that lie beside what the manifest of a release names, as they were when it was drafted: the archive and the PDFs.

-- {"archive.zip": sha256, "es/release.pdf": sha256, …}; null for releases from before they were kept
alter table releases add column unsigned_files jsonb;
