import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { linkCommandRefusals } from './command-refusals.ts'

/**
 * Checks where answers would be written before anything is computed: never over what is read, nor one
 * over another, and only where a file can be made.
 *
 * @throws Refusal where an answer cannot be written there
 */
export async function refuseBadPlaces(
  inputs: readonly (string | undefined)[],
  answers: readonly (string | undefined)[],
): Promise<void> {
  const read = new Set<string>()
  for (const input of inputs) if (input !== undefined) read.add(await placeOf(input))
  const written = new Set<string>()
  for (const file of answers) {
    if (file === undefined) continue
    const place = await placeOf(file)
    if (read.has(place)) throw linkCommandRefusals.refuse('answer-over-input', { file })
    if (written.has(place)) throw linkCommandRefusals.refuse('answers-in-one-file', { file })
    written.add(place)
    await refuseUnwritable(file)
  }
}

/** The one place a path stands for, through links; of a file to come, that of its folder. */
async function placeOf(file: string): Promise<string> {
  const whole = await realpath(file).catch(() => undefined)
  if (whole !== undefined) return whole
  const folder = await realpath(dirname(file)).catch(() => resolve(dirname(file)))
  return join(folder, basename(file))
}

async function refuseUnwritable(file: string): Promise<void> {
  const refuse = (reason: 'no-folder' | 'no-right' | 'is-folder') =>
    linkCommandRefusals.refuse('file-not-written', { file, reason: reasons[reason] })
  const folder = await stat(dirname(file)).catch(() => undefined)
  if (folder === undefined || !folder.isDirectory()) throw refuse('no-folder')
  if ((await stat(file).catch(() => undefined))?.isDirectory() === true) throw refuse('is-folder')
  await access(dirname(file), constants.W_OK).catch(() => {
    throw refuse('no-right')
  })
}

const reasons = {
  'no-folder': {
    es: 'la carpeta no existe',
    en: 'its folder does not exist',
    fr: 'son dossier n’existe pas',
  },
  'no-right': {
    es: 'no se permite escribir en la carpeta',
    en: 'writing in its folder is not allowed',
    fr: 'il n’est pas permis d’écrire dans son dossier',
  },
  'is-folder': {
    es: 'es una carpeta',
    en: 'it is a folder',
    fr: 'c’est un dossier',
  },
} as const
