import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { keyRefusals } from './key-refusals.ts'

/** How long a command of a key service or vault may take, in milliseconds. */
const commandPatienceMs = 30_000

/**
 * A secret that is kept outside of the node: the variable `name` itself, the file that `name_FILE`
 * names, or what the command of a vault in `name_COMMAND` prints. The first of them that is set counts.
 *
 * @returns undefined where none is set
 * @throws {Refusal} keys.outside-secret-failed, without a word of what the file or the command says
 */
export function readOutsideSecret(
  environment: NodeJS.ProcessEnv,
  name: string,
): string | undefined {
  if (environment[name] !== undefined) return environment[name]
  const [file, command] = [environment[`${name}_FILE`], environment[`${name}_COMMAND`]]
  if (file) {
    try {
      return readFileSync(file, 'utf8').trim()
    } catch {
      throw keyRefusals.refuse('outside-secret-failed', { where: `${name}_FILE` })
    }
  }
  if (!command) return undefined
  const printed = runForSecret(command)?.trim()
  if (printed) return printed
  throw keyRefusals.refuse('outside-secret-failed', { where: `${name}_COMMAND` })
}

/** What a command prints; undefined where it fails or takes too long. */
export function runForSecret(command: string): string | undefined {
  try {
    return execSync(command, {
      encoding: 'utf8',
      timeout: commandPatienceMs,
      // what a key service prints on its way may hold the secret: it is shown nowhere
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}
