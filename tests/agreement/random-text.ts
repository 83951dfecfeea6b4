import * as fc from 'fast-check'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { randomText } from './random-record.ts'

const pad = (number: number, width = 2) => String(number).padStart(width, '0')

const monthNames = [
  'enero',
  'Feb',
  'MARZO',
  'avr.',
  'May',
  'juin',
  'Juillet',
  'août',
  'set',
  'Oct',
  'noviembre',
  'déc',
  'Month',
]

/** A text with spaces about it, now and then. */
const spaced = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom('', '', '', ' ', '\t', '\u00a0'),
      text,
      fc.constantFrom('', '', '', ' ', '\n', '  '),
    )
    .map((parts) => parts.join(''))

const orNothing = (text: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 12, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(null, '', ' ') },
  )

/** A day written by a pattern, with the mistakes people make: days that are none, short years, letters. */
function dateText(pattern: string): fc.Arbitrary<string> {
  return fc
    .record({
      year: fc.oneof(
        fc.integer({ min: 1900, max: 2030 }),
        fc.constantFrom(20, 999, 1000, 2999, 3000, 20200, 2000),
      ),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.oneof(fc.integer({ min: 0, max: 32 }), fc.constant(29)),
      hour: fc.integer({ min: 0, max: 24 }),
      minute: fc.integer({ min: 0, max: 60 }),
      second: fc.integer({ min: 0, max: 60 }),
      padded: fc.boolean(),
      afternoon: fc.constantFrom('AM', 'pm', 'p.m.', 'a. m.'),
      flaw: fc.constantFrom('', '', '', '', 'x', ' ', '/', '-', '1'),
    })
    .map(({ year, month, day, hour, minute, second, padded, afternoon, flaw }) => {
      const two = (number: number) => (padded ? pad(number) : String(number))
      return (
        pattern.replace(
          /'([^']*)'|y+|M+|d+|H+|h+|m+|s+|S+|a|E+/g,
          (letters, literal: string | undefined) => {
            if (literal !== undefined) return literal
            switch (letters.charAt(0)) {
              case 'y':
                return letters.length === 2 ? pad(year % 100) : String(year)
              case 'M':
                return letters.length > 2 ? (monthNames[month] ?? 'Nope') : two(month)
              case 'd':
                return two(day)
              case 'H':
              case 'h':
                return two(hour)
              case 'm':
                return two(minute)
              case 's':
                return two(second)
              case 'S':
                return '123'
              case 'a':
                return afternoon
              default:
                return 'lun.'
            }
          },
        ) + flaw
      )
    })
}

const wholeNumber = fc.oneof(
  fc.integer({ min: -20000, max: 2_000_000 }).map(String),
  fc.constantFrom(
    '0',
    '-0',
    '+5',
    '007',
    '9007199254740991',
    '9007199254740992',
    '99999999999999999999',
  ),
)

const oddNumber = fc.constantFrom(
  '1,022',
  '1.022',
  '1.022,5',
  '1,022.5',
  '1 022',
  '1\u00a0022',
  '1\u202f022,25',
  "1'022",
  '1’022',
  '1,02',
  '10,22,333',
  '12.0',
  '12.',
  '12,00',
  '.5',
  ',5',
  '1e3',
  '1E-2',
  '1e400',
  'nan',
  'NaN',
  'inf',
  'Infinity',
  '1_000',
  '0x1F',
  '--1',
  '1-',
  'true',
  '½',
  '٣',
  '1,000,000',
  '1.000.000',
  '0.1',
  '2.5',
  '-2.5',
  '3.5',
  '0,1',
)

/** Texts as files hold them, by what they should be. */
export const textFor = {
  date: (pattern: string) =>
    orNothing(
      spaced(
        fc.oneof(
          { weight: 8, arbitrary: dateText(pattern) },
          { weight: 2, arbitrary: dateText('yyyy-MM-dd') },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              'epoch',
              'infinity',
              '2020-01-05 (BC)',
              '20200105',
              '2020-01-05x',
              '-2020-01-01',
              '2020-01-01  10:00',
            ),
          },
          { weight: 1, arbitrary: randomText },
        ),
      ),
    ),
  number: orNothing(
    spaced(
      fc.oneof(
        wholeNumber,
        oddNumber,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
        randomText,
      ),
    ),
  ),
  period: orNothing(
    spaced(
      fc.oneof(
        fc.constantFrom(
          '2020',
          '2020Q1',
          '2020 q4',
          '2020-Q5',
          '2020-S2',
          '2020s2',
          '2020S3',
          '2020M03',
          '2020-m13',
          '2020-13',
          '2020-03-31',
          '2021-02-29',
          '2020W05',
          '2020-W53',
          '0999',
          '2020-W00',
          '12/2020',
          '2020-ene',
          '2020-Déc',
          'T1 2024',
          'Q1-2024',
          '1T2024',
          'T5 2024',
          '3T-24',
          'S2 2024',
          'S3 2024',
          'II trimestre de 2024',
          '4º Trim. 2024',
          '1er trimestre 2024',
          'Trimestre 3 de 2024',
          'ene. 2024',
          'Enero de 2024',
          'Septiembre del 2024',
          'janv.-2024',
          'Août 2024',
          '2024 fév.',
          'Mes 2024',
          'ene-24',
          '1/2024',
          '202401',
          '202413',
        ),
        fc
          .tuple(
            fc.constantFrom(...monthNames, '1', 'Q3', '2t', 'S1', '03', 'IV trim.'),
            fc.constantFrom(' ', '-', '/', ' de ', '.', '', '. ', '  '),
            fc.constantFrom('2024', '1999', '24', '3024'),
            fc.boolean(),
          )
          .map(([part, gap, year, turned]) => (turned ? year + gap + part : part + gap + year)),
        randomText,
      ),
    ),
  ),
  country: orNothing(
    spaced(
      fc.constantFrom(
        ...getCodeList('countries').codes.flatMap(({ code, label, aliases }) => [
          code,
          ...Object.values(label),
          ...(aliases ?? []),
        ]),
        'NICARAGUA',
        'méxico',
        'MEXICO',
        'C&ocirc;te',
        'C&#244;te',
        'Côte d&#039;Ivoire',
        'Trinidad &amp; Tobago',
        'República  Dominicana',
        'GUATEMALTECA',
        'R Federation',
        'Gambia',
        'ant',
        'ANT',
        '..',
        'NULL',
        'N/D',
        'HND-1',
        'hnd-1',
      ),
    ),
  ),
} as const
