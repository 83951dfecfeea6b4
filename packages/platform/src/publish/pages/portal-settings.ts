import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findCode } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { defaultRegion } from './default-region.ts'

/** Name of the file in the node's folder `content`. */
export const settingsName = 'portal.json'

/** What whoever runs a node may settle about its pages. */
export interface PortalSettings {
  /** Countries that have a profile from the start, by their codes of three letters. */
  readonly countries: readonly string[]
}

const settingsSchema = z.strictObject({
  countries: z
    .array(
      z.string().refine((code) => findCode(getCodeList('countries'), code)?.code === code, {
        error: ({ input }) => `${String(input)} is no ISO 3166 code of three letters`,
      }),
    )
    .min(1)
    .optional(),
})

export const defaultSettings: PortalSettings = { countries: defaultRegion }

/**
 * The settings of a node, `{ "countries": ["GTM", "SLV"] }`; those of the program where it has none.
 *
 * @throws {Error} naming the file, where it cannot be understood
 */
export async function readPortalSettings(folder: string): Promise<PortalSettings> {
  const path = join(folder, settingsName)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return defaultSettings
    throw error
  }
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new Error(`${path} is not JSON.`)
  }
  const read = settingsSchema.safeParse(given)
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return { countries: read.data.countries ?? defaultRegion }
}
