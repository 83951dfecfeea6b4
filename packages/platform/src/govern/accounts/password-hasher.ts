import { hash, verify } from '@node-rs/argon2'
import { accountRefusals } from './refusals.ts'

/** What one hash costs: memory in KiB and passes over it. */
export interface HashCost {
  readonly memoryKiB: number
  readonly passes: number
}

/**
 * Twice what OWASP asks for at the least, in memory and in passes (19 MiB, 2 passes).
 * @see RFC 9106, section 4; OWASP Password Storage Cheat Sheet
 */
export const standardCost: HashCost = { memoryKiB: 47_104, passes: 3 }

export interface HasherOptions {
  readonly cost?: HashCost
  /** Hashes that are computed at once; each holds its memory and a core. */
  readonly atOnce?: number
  /** How many may wait for their turn; whoever comes after them is sent away. */
  readonly waiting?: number
}

export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** Whether the password has this hash; takes as long where there is none. */
  verify(hash: string | null | undefined, password: string): Promise<boolean>
  /** How many are computed at this moment, and how many wait. */
  readonly load: { readonly running: number; readonly waiting: number }
}

/**
 * Argon2id, a few at once: a flood of sign-ins must not take the memory and the cores of the node.
 * @throws {Refusal} accounts.busy where too many wait already
 */
export function createPasswordHasher(options: HasherOptions = {}): PasswordHasher {
  const { cost = standardCost, atOnce = 2, waiting: room = 8 } = options
  const line: (() => void)[] = []
  let running = 0

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (line.length >= room) throw accountRefusals.refuse('busy')
      // The one who leaves hands over the place, so that nobody slips in between.
      await new Promise<void>((resolve) => line.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }

  const settings = { memoryCost: cost.memoryKiB, timeCost: cost.passes, parallelism: 1 }
  const hashInTurn = (password: string) => inTurn(() => hash(normal(password), settings))
  let decoy: Promise<string> | undefined

  return {
    hash: hashInTurn,
    async verify(known, password) {
      if (known) return inTurn(() => verify(known, normal(password)))
      decoy ??= hashInTurn('nobody has this password').catch((error: unknown) => {
        decoy = undefined
        throw error
      })
      const nobodys = await decoy
      await inTurn(() => verify(nobodys, normal(password)))
      return false
    },
    get load() {
      return { running, waiting: line.length }
    },
  }
}

/** One person's keyboard writes é as one sign, another's as two. */
function normal(password: string): string {
  return password.normalize('NFKC')
}
