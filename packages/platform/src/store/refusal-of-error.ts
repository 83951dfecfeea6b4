import { Refusal } from '@caudal/methods/vocabulary'
import { storeRefusals } from './refusals.ts'

/**
 * The refusal that an error amounts to where no bug is behind it: a refusal already, a store that is away, a
 * disk that takes nothing in, memory that does not suffice. The same for whoever asks a server and for
 * whoever waits for a job, in the reader's language.
 * @returns undefined for a bug
 */
export function refusalOfError(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) {
    // Which server does not answer is for the log, not for whoever asks.
    return error.code === 'store.register-gone' ? storeRefusals.refuse('register-away') : error
  }
  if (!(error instanceof Error)) return undefined
  const name = nameOf(error)
  return name && storeRefusals.refuse(name)
}

/** Codes of the system and of PostgreSQL for a disk or a server that takes nothing in. */
const closedToWriting = new Set(['EROFS', 'ENOSPC', 'EDQUOT', '53100', '25006', '58030'])

/** Codes of the system for a file that ought to be there. */
const awayCodes = new Set(['ENOENT', 'ENOTDIR', 'EIO', 'ESTALE', 'ENODEV', 'ENXIO', 'EACCES'])

/** By codes, and by the words of the engine, which has none. */
function nameOf(error: Error): 'away' | 'closed' | 'memory-short' | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code !== undefined && closedToWriting.has(code)) return 'closed'
  if (code !== undefined && syscall !== undefined && awayCodes.has(code)) return 'away'
  if (error.message.startsWith('Out of Memory Error:')) {
    // where it has no room to put aside what its memory does not hold, it says so with the same words
    return /max_temp_directory_size|No space left/i.test(error.message) ? 'closed' : 'memory-short'
  }
  if (!/^(IO|HTTP) Error:/.test(error.message)) return undefined
  return /Read-only file system|No space left|not enough space|Disk quota/i.test(error.message)
    ? 'closed'
    : 'away'
}
