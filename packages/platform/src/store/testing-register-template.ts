import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDataFolder, dataFolder } from './data-folder.ts'
import { openEmbeddedRegister } from './embedded-register.ts'
import { migrate } from './migrations.ts'
import { isNameOfLivingProcess, nameOfProcess, ownIdentity } from './process-identity.ts'

const prefix = 'caudal-test-register-'

/** Makes an embedded register with its tables, to be copied: drawing up a new one takes seconds. */
export async function makeRegisterTemplate(): Promise<string> {
  removeLeftovers()
  const root = mkdtempSync(join(tmpdir(), `${prefix}${nameOfProcess(ownIdentity())}-`))
  const folder = dataFolder(root)
  createDataFolder(folder)
  const embedded = await openEmbeddedRegister(folder)
  try {
    await migrate(embedded.register)
  } finally {
    await embedded.close()
  }
  return root
}

/** Puts a copy of the template's register into the data folder `root`. */
export function copyRegisterTemplate(template: string, root: string): void {
  mkdirSync(root, { recursive: true, mode: 0o700 })
  cpSync(join(template, 'register'), join(root, 'register'), { recursive: true })
}

export function removeRegisterTemplate(template: string): void {
  rmSync(template, { recursive: true, force: true })
}

/** Removes templates of test runs that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || !/-\d+-\w+-\w+-\w+-\w+$/.test(name)) continue
    const owner = name.slice(prefix.length).split('-').slice(0, 4).join('-')
    if (!isNameOfLivingProcess(owner))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
