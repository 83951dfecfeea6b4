import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { csvLine, neutralText } from './index.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1', '\ufeff=1', '＝1+1', '－1'])(
  'the text %j is shown by a spreadsheet, not run',
  (text) => {
    expect(neutralText(text)).toBe(`'${text}`)
    expect(csvLine([text])).toMatch(/^("?)'/)
  },
)

test.each(['El Salvador', '', '2020-03', "Côte d'Ivoire", '_U', '90 and over', ' padded'])(
  'the text %j is left as it is',
  (text) => {
    expect(neutralText(text)).toBe(text)
  },
)

test('a negative number stays a number', () => {
  expect(csvLine([-5, 1e21, 0.1, null])).toBe('-5,1e+21,0.1,\r\n')
})

test('what is written as a line is read again', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
      const line = csvLine(texts)
      expect(line.endsWith('\r\n')).toBe(true)
      expect(readLine(line.slice(0, -2))).toEqual(texts.map(neutralText))
    }),
  )
})

function readLine(line: string): string[] {
  return [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,"]*)),/g)].map((match) =>
    match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'),
  )
}
