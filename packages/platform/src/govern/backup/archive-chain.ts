import type { FoundArchive } from './read-archive.ts'
import { backupRefusals } from './refusals.ts'

/**
 * The archives that one goes on from, the nearest first; none for a whole one.
 * @throws {Refusal} backup.base-missing
 */
export function chainOf(chosen: FoundArchive, archives: readonly FoundArchive[]): FoundArchive[] {
  const chain: FoundArchive[] = []
  for (let { preface, path } = chosen; preface.base !== null;) {
    const base = archives.find((archive) => archive.preface.id === preface.base)
    if (base === undefined || chain.includes(base)) {
      throw backupRefusals.refuse('base-missing', { base: preface.base, file: path })
    }
    chain.push(base)
    ;({ preface, path } = base)
  }
  return chain
}
