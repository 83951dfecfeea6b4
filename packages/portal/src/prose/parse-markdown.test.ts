import { expect, test } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'

const p = (...children: readonly unknown[]) => ({ tag: 'p', attributes: {}, children })

test('a paragraph is one piece of words, however its lines are broken', () => {
  expect(parseMarkdown('one\ntwo `three`.')).toEqual([
    p('one two ', { tag: 'code', children: ['three'] }, '.'),
  ])
})

test('markup in a text is text', () => {
  expect(parseMarkdown('<script>alert(1)</script> & <b>x</b>')).toEqual([
    p('<script>alert(1)</script> & <b>x</b>'),
  ])
})

test('a link that would run a script is not a link', () => {
  expect(parseMarkdown('[a](javascript:alert(1))')).toEqual([p('[a](javascript:alert(1))')])
})

test('headings begin where the page has room for them', () => {
  const headings = parseMarkdown('## a\n\n### b', { firstHeading: 3 })
  expect(headings.map((piece) => (typeof piece === 'string' ? '' : piece.tag))).toEqual([
    'h3',
    'h4',
  ])
})

test('links are led where the page says, and words stay where it says nothing', () => {
  const resolveLink = (address: string) => (address === 'a.md' ? 'a' : undefined)
  expect(parseMarkdown('[one](a.md) [two](../b.ts)', { resolveLink })).toEqual([
    p({ tag: 'a', attributes: { href: 'a' }, children: ['one'] }, ' two'),
  ])
})

test('formulas on lines of their own and within lines are set, code and prices are not', () => {
  const setFormula = (tex: string, display: boolean) => ({
    tag: 'math',
    children: [`${tex}|${display}`],
  })
  expect(parseMarkdown('```math\na^2\n```\n\nwith $`b`$, `c` and $5', { setFormula })).toEqual([
    { tag: 'math', children: ['a^2\n|true'] },
    p(
      'with ',
      { tag: 'math', children: ['b|false'] },
      ', ',
      { tag: 'code', children: ['c'] },
      ' and $5',
    ),
  ])
})

test('a table keeps the side its numbers stand on', () => {
  const [table] = parseMarkdown('| a | n |\n|---|--:|\n| x | 1 |')
  expect(JSON.stringify(table)).toContain(
    '{"tag":"td","attributes":{"data-align":"right"},"children":["1"]}',
  )
})
