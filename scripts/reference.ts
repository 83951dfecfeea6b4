// Writes the pages of docs/reference that are derived from the code; `--check` only compares.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import {
  listDerivedRecordTypes,
  listRecordTypes,
  profileJsonSchema,
  renderRecordTypePage,
} from '../packages/methods/src/collect/index.ts'
import { linkJsonSchema } from '../packages/methods/src/link/index.ts'
import { renderCataloguePage } from '../packages/methods/src/measure/indicators/index.ts'
import { renderCubesPage } from '../packages/methods/src/measure/index.ts'
import { renderCodeListsPage } from '../packages/methods/src/vocabulary/code-lists/index.ts'
import type { RefusalDefinition } from '../packages/methods/src/vocabulary/index.ts'

const folder = 'docs/reference'
const checkOnly = process.argv.includes('--check')

const pages = new Map<string, string>()
for (const type of [...listRecordTypes(), ...listDerivedRecordTypes()]) {
  pages.set(`records/${type.id}.md`, renderRecordTypePage(type, 'en'))
}
pages.set('source-profile.schema.json', JSON.stringify(profileJsonSchema(), null, 2))
pages.set('link-settings.schema.json', JSON.stringify(linkJsonSchema(), null, 2))
pages.set('cubes.md', renderCubesPage('en'))
pages.set('code-lists.md', renderCodeListsPage('en'))
pages.set('indicators.md', renderCataloguePage('en'))
pages.set('refusals.md', await refusalsPage())
pages.set('README.md', indexPage())

let stale = 0
for (const [name, content] of pages) {
  const file = join(folder, name)
  const options = (await resolveConfig(file)) ?? {}
  const text = await format(content, { ...options, filepath: file })
  if (read(file) === text) continue
  stale += 1
  if (checkOnly) console.error(`${file} is not what the code says. Run: npm run reference`)
  else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.error(`wrote ${file}`)
  }
}
process.exit(checkOnly && stale > 0 ? 1 : 0)

async function refusalsPage(): Promise<string> {
  const rows: string[] = []
  for (const file of refusalFiles('packages')) {
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>
    for (const value of Object.values(exported)) {
      if (!isRefusals(value)) continue
      for (const [name, { status, what, advice }] of Object.entries(value.definitions)) {
        rows.push(`| \`${value.stage}.${name}\` | ${status} | ${what.en} | ${advice.en} |`)
      }
    }
  }
  return `# Refusals

A refusal is an answer that says what cannot be done and what to do instead. Programs read its code,
people its words (in Spanish, English and French). Over HTTP it is a problem document (RFC 9457).

| code | status | what happened | what to do |
| --- | --- | --- | --- |
${[...new Set(rows)].sort().join('\n')}
`
}

function indexPage(): string {
  return `# Reference

Derived from the code by \`npm run reference\`; \`npm run check\` fails when a page is stale.

- Record types: ${listRecordTypes()
    .map(({ id }) => `[${id}](records/${id}.md)`)
    .join(' · ')}; written by the node: ${listDerivedRecordTypes()
    .map(({ id }) => `[${id}](records/${id}.md)`)
    .join(' · ')}
- [Source profile](source-profile.schema.json) (JSON Schema): how a file of an institution is read
- [Settings of a linkage](link-settings.schema.json) (JSON Schema): what \`caudal link --settings\` takes
- [Cubes](cubes.md): what each counts, and what it can be broken down by
- [Code lists](code-lists.md): their sources, where a node may add codes, which dates are known
- [Indicators](indicators.md): what each is computed from, and by which document
- [Data protection](data-protection.md) (written by hand): principle, part, test
- [Refusals](refusals.md): every code that an error may carry
- [ASVS](asvs.json): each requirement of OWASP ASVS 5.0 up to level 2, met, not applicable or open
- The HTTP interface describes itself at \`/api/openapi.json\`
`
}

interface Refusals {
  readonly stage: string
  readonly definitions: Readonly<Record<string, RefusalDefinition>>
}

function isRefusals(value: unknown): value is Refusals {
  return typeof value === 'object' && value !== null && 'definitions' in value && 'stage' in value
}

/** Files that define refusals, by their content: the name of the file is not always the same. */
function refusalFiles(root: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules|dist|vocabulary/.test(file))
    .filter((file) => readFileSync(file, 'utf8').includes('defineRefusals('))
    .sort()
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
