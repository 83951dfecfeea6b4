import { existsSync } from 'node:fs'
import { constants, cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
// says what the run provides
import './prepared-nodes-setup.ts'

/**
 * Fills `data` with a node that has been prepared before: whoever of a test run comes first prepares it,
 * everybody has a copy of their own. Drawing the region, taking in its files and computing the cubes is
 * thus done once a run and not once a story.
 *
 * @param name tells one kind of prepared node from another
 * @param prepare makes it in the folder that it is given, and leaves it closed
 */
export async function copyPreparedNode(
  name: string,
  data: string,
  prepare: (folder: string) => Promise<void>,
  secondsAtMost: number,
): Promise<void> {
  const shared = inject('caudalPreparedNodes') as string | undefined
  // run without the global setup: nobody to share it with
  if (shared === undefined) return prepare(data)
  const [ready, failed] = [join(shared, name), join(shared, `${name}.failed`)]
  if (await isFirst(join(shared, `${name}.taken`))) {
    const draft = join(shared, `${name}.draft`)
    try {
      await prepare(draft)
      await rename(draft, ready)
    } catch (error) {
      await writeFile(failed, error instanceof Error ? error.message : String(error))
      throw error
    }
  }
  const until = Date.now() + secondsAtMost * 1000
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'))
    if (Date.now() > until) throw new Error(`No node ${name} within ${secondsAtMost} s.`)
    await pause(200)
  }
  await cp(ready, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
}

async function isFirst(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
