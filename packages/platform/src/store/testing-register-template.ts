import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDataFolder, dataFolder } from './data-folder.ts'
import { openEmbeddedRegister } from './embedded-register.ts'
import { migrate } from './migrations.ts'

/** Makes an embedded register with its tables, to be copied: drawing up a new one takes seconds. */
export async function makeRegisterTemplate(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'caudal-test-register-'))
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
