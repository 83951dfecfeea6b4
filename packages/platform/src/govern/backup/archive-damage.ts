/**
 * An archive holds something else than what was written to it. Whoever opened the file catches this and
 * refuses with its name (`backup.archive-damaged`).
 */
export class ArchiveDamage extends Error {
  override readonly name = 'ArchiveDamage'
}
