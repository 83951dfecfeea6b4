import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonFields } from './json-fields.ts'
import { BrokenJson, JsonScanner } from './json-scanner.ts'

function scan(text: string, size = 1_000_000): [string | undefined, number][] {
  const elements: [string | undefined, number][] = []
  const bytes = Buffer.from(text)
  const scanner = new JsonScanner({
    element: (element, line) => elements.push([element?.toString(), line]),
  })
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size))
  scanner.end()
  return elements
}

describe('the scanner of JSON', () => {
  it('finds the elements of any array, wherever chunks end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.constantFrom(undefined, 1, '\t'),
        fc.integer({ min: 1, max: 9 }),
        (values, indent, size) => {
          const elements = scan(JSON.stringify(values, null, indent), size)
          expect(elements.map(([text]) => JSON.parse(text!) as unknown)).toEqual(
            JSON.parse(JSON.stringify(values)),
          )
        },
      ),
    )
  })

  it('understands objects line by line, and tells where each begins', () => {
    expect(scan('{"a": 1}\n\n{"a":\n2}\n')).toEqual([
      ['{"a": 1}', 1],
      ['{"a":\n2}', 3],
    ])
  })

  it('passes over an element too long to be a record', () => {
    const long = `"${'x'.repeat(3_000_000)}"`
    const elements = scan(`[{"a": ${long}}, {"a": 2}]`, 65_536)
    expect(elements).toEqual([
      [undefined, 1],
      ['{"a": 2}', 1],
    ])
  })

  it.each([
    ['[{"a": 1}'],
    ['[{"a": 1}, ]'],
    ['[{"a": 1} {"a": 2}]'],
    ['[{"a": "b'],
    ['[1,,2]'],
    ['[1]]'],
    ['{"a": 1}, 2'],
  ])('refuses %j', (text) => {
    expect(() => scan(text)).toThrow(BrokenJson)
    expect(() => scan(text, 1)).toThrow(BrokenJson)
  })
})

describe('the fields of an object', () => {
  it('are texts: numbers with the digits they are written with, null as missing', () => {
    const fields = readJsonFields(
      '{ "a" : 1.0, "b": "x\\"\\u00e9}", "c":null, "d": {"e": [1, "}"]} , "f":true}',
    )
    expect([...fields]).toEqual([
      ['a', '1.0'],
      ['b', 'x"é}'],
      ['c', undefined],
      ['d', '{"e": [1, "}"]}'],
      ['f', 'true'],
    ])
  })

  it('are those that JSON.parse reads, for any object', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(undefined, 2),
        (object, indent) => {
          const text = JSON.stringify(object, null, indent)
          const expected = Object.entries(JSON.parse(text) as object).map(([key, value]) => [
            key,
            value === null ? undefined : typeof value === 'string' ? value : value,
          ])
          const read = [...readJsonFields(text)].map(([key, value], n) => [
            key,
            value === undefined || typeof expected[n]![1] === 'string'
              ? value
              : (JSON.parse(value) as unknown),
          ])
          expect(read).toEqual(expected)
        },
      ),
    )
  })

  it('given twice under one key refuse the object', () => {
    expect(() => readJsonFields('{"a": 1, "a": 2}')).toThrow('a')
  })
})
