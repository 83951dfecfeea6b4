import { Refusal } from '@caudal/methods/vocabulary'
import type { Keyring } from '../../store/index.ts'
import { chainOf } from './archive-chain.ts'
import { type FoundArchive, readRows } from './read-archive.ts'
import { backupRefusals } from './refusals.ts'

/**
 * What to do where an archive that a restore needs is damaged: the refusal names the file, and the newest
 * earlier state of which every archive was read from end to end just now. Where the damaged one is the
 * newest of all, nobody else knows what persons obtained since, and that comes first.
 *
 * @param error of a restore; what is no damage is given back as it is
 */
export async function withRemedy(
  error: unknown,
  chosen: FoundArchive,
  archives: readonly FoundArchive[],
  keyring: Keyring,
): Promise<unknown> {
  if (!(error instanceof Refusal) || error.code !== 'backup.archive-damaged') return error
  const { file } = error.details as { readonly file: string }
  const own = archives.filter(({ preface }) => preface.node === chosen.preface.node)
  if (own.at(-1)?.path === file) {
    const before = own.at(-2)?.preface.at
    return before === undefined ? error : backupRefusals.refuse('since-unknown', { file, before })
  }
  const sound = new Map<string, Promise<boolean>>([[file, Promise.resolve(false)]])
  const isSound = async ({ path }: FoundArchive) => {
    if (!sound.has(path)) {
      const read = readRows(path, keyring, [])
      sound.set(
        path,
        read.then(
          () => true,
          () => false,
        ),
      )
    }
    return await sound.get(path)!
  }
  for (const archive of own.slice(0, own.indexOf(chosen)).toReversed()) {
    const needed = [archive, ...chainOrNone(archive, archives)]
    let all = needed.length > 1 || archive.preface.base === null
    for (const each of needed) all &&= await isSound(each)
    if (!all) continue
    const before = archive.preface.at
    return backupRefusals.refuse('point-damaged', { at: chosen.preface.at, file, before })
  }
  return error
}

function chainOrNone(archive: FoundArchive, archives: readonly FoundArchive[]) {
  try {
    return chainOf(archive, archives)
  } catch {
    return []
  }
}
