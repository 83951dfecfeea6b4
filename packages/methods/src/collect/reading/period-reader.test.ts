import { expect, test } from 'vitest'
import { periodReader } from './period-reader.ts'

const { read } = periodReader()

test.each([
  ['2024', '2024'],
  ['2024-03', '2024-03'],
  ['2024M01', '2024-01'],
  ['2024 Q1', '2024-Q1'],
  ['202403', '2024-03'],
  ['03/2024', '2024-03'],
  ['2024/03', '2024-03'],
  ['Enero 2024', '2024-01'],
  ['ene-2024', '2024-01'],
  ['Septiembre de 2024', '2024-09'],
  ['set. 2024', '2024-09'],
  ['January 2024', '2024-01'],
  ['janv. 2024', '2024-01'],
  ['Août 2024', '2024-08'],
  ['2024-déc', '2024-12'],
  ['T1 2024', '2024-Q1'],
  ['Q1-2024', '2024-Q1'],
  ['1T2024', '2024-Q1'],
  ['2024-T4', '2024-Q4'],
  ['III trimestre de 2024', '2024-Q3'],
  ['2º Trim. 2024', '2024-Q2'],
  ['1er trimestre 2024', '2024-Q1'],
  ['Trimestre 4 2024', '2024-Q4'],
  ['S2 2024', '2024-S2'],
])('%s is the period %s', (text, period) => expect(read(text, null)).toBe(period))

test.each(['T5 2024', 'S3 2024', '2024-13', 'Mes 2024', 'ene-24', '13/2024', 'Q1', '2015.5'])(
  '%s is no period without being told more',
  (text) => expect(read(text, null)).toBeNull(),
)
