import { userInfo } from 'node:os'
import type { Actor, Role } from '@caudal/methods/govern'

/**
 * Whoever runs a command on the machine of the node. The machine's owner can read its disk, so the
 * policy does not stop the terminal; the log says what was done there, and under which account of
 * the system. Personal data are not shown on it: a read of records needs a person who is signed in.
 *
 * @param roles those that the command stands for
 */
export function terminalActor(...roles: Role[]): Actor {
  return { kind: 'terminal', id: `terminal:${systemUser()}`, roles, institution: '', country: '' }
}

function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    // a system account without a name
    return String(process.getuid?.() ?? '?')
  }
}
