import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registers } from '@caudal/methods/govern'
import { expect, test } from 'vitest'
import { subjectWords } from '../../packages/portal/src/desk/govern/words/subject-words.ts'

const platform = fileURLToPath(new URL('../../packages/platform/src/', import.meta.url))

test('whatever the audit log names is said in words of its reader', () => {
  const kinds = new Set(
    readdirSync(platform, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing-/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(platform, file), 'utf8').matchAll(
          /subject(?::| =(?: [^\n]* [?:])?) [`']([a-z-]+)(?::\$\{|')/g,
        ),
      ])
      .map((match) => match[1]!),
  )
  expect([...kinds]).toEqual(
    expect.arrayContaining(['batch', 'form', 'register', 'release', 'submission', 'entries']),
  )
  for (const [language, words] of Object.entries(subjectWords)) {
    const unsaid = [...kinds].filter((kind) => !(kind in words) && !(kind in registers))
    expect([language, unsaid]).toEqual([language, []])
  }
})
