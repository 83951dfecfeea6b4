import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('Every test that the page on data protection names is there', () => {
  const root = new URL('../../../../', import.meta.url)
  const page = readFileSync(new URL('docs/reference/data-protection.md', root), 'utf8')
  const named = [...page.matchAll(/`([\w/.-]+\.test\.ts)`: “([^”]+)”/g)]
  expect(named.length).toBeGreaterThan(20)
  for (const [, file, title] of named) {
    const source = readFileSync(new URL(file!, root), 'utf8')
    const found = ['it', 'test'].some((call) => source.includes(`${call}('${title}'`))
    expect(found, `${file}: ${title}`).toBe(true)
  }
})
