import { printTableSpec, type Condition, type TableSpec } from '@caudal/methods/publish'

const rows = [
  ['country'],
  ['citizenship'],
  ['citizenship.region'],
  ['border_post'],
  ['time.year'],
  ['time'],
  ['age'],
  ['purpose'],
  ['country', 'direction'],
  ['country', 'border_post'],
  ['citizenship.continent', 'citizenship.region'],
  ['sex', 'age.broad'],
]
const columns = [
  [],
  ['direction'],
  ['sex'],
  ['time.year'],
  ['time.quarter'],
  ['mode'],
  ['age.broad'],
  ['direction', 'sex'],
]
const conditions: Condition[][] = [
  [],
  [{ dimension: 'direction', codes: ['arrival'] }],
  [{ dimension: 'country', codes: ['SLV', 'HND'] }],
  [{ dimension: 'time.year', range: ['2018', '2021'] }],
  [
    { dimension: 'citizenship', codes: ['USA', 'MEX', 'COL'] },
    { dimension: 'sex', codes: ['F'] },
  ],
  [
    { dimension: 'age.broad', codes: ['Y0T14'] },
    { dimension: 'time.year', latest: 3 },
  ],
  [
    { dimension: 'mode', codes: ['air'] },
    { dimension: 'purpose', codes: ['work', 'study', 'family'] },
  ],
]

/** Every dimension of the cube at once, on an axis or in a condition: only the cells can answer. */
const full: TableSpec[] = [
  {
    rows: ['country', 'citizenship'],
    columns: ['time.year'],
    where: [
      { dimension: 'direction', codes: ['arrival'] },
      { dimension: 'border_post', codes: ['GTM-P00', 'SLV-P01', 'HND-P02'] },
      { dimension: 'mode', codes: ['land', 'air'] },
      { dimension: 'sex', codes: ['F', 'M'] },
      { dimension: 'age.broad', codes: ['Y15T24', 'Y25T64'] },
      { dimension: 'purpose', codes: ['work', 'visit', 'leisure'] },
    ],
  },
  {
    rows: ['border_post', 'purpose'],
    columns: ['sex', 'age.broad'],
    where: [
      { dimension: 'country', codes: ['CRI'] },
      { dimension: 'time', range: ['2020-01', '2022-12'] },
      { dimension: 'direction', codes: ['departure'] },
      { dimension: 'mode', codes: ['land'] },
      { dimension: 'citizenship.continent', codes: ['019'] },
    ],
  },
  {
    rows: ['age', 'sex'],
    columns: ['direction', 'mode'],
    where: [
      { dimension: 'country', codes: ['GTM', 'DOM'] },
      { dimension: 'time.quarter', latest: 4 },
      { dimension: 'border_post', codes: ['GTM-P01', 'DOM-P02', 'GTM-P05'] },
      { dimension: 'citizenship', codes: ['USA', 'HTI', 'VEN', 'CUB'] },
      { dimension: 'purpose', codes: ['leisure', 'family'] },
    ],
  },
  {
    rows: ['citizenship.region', 'age.broad'],
    columns: ['direction', 'sex'],
    where: [
      { dimension: 'country', codes: ['NIC', 'CRI'] },
      { dimension: 'time', range: ['2016-03', '2024-06'] },
      { dimension: 'border_post', codes: ['NIC-P00', 'CRI-P00'] },
      { dimension: 'mode', codes: ['land'] },
      { dimension: 'purpose', codes: ['work'] },
    ],
  },
]

/** The specifications of the benchmark, as queries: each different from every other. */
export function listSpecifications(): string[] {
  const specs: TableSpec[] = [...full]
  let step = 0
  for (const row of rows) {
    for (const column of columns) {
      const where = conditions[(step += 3) % conditions.length]!
      if (row.some((name) => column.some((other) => other.split('.')[0] === name.split('.')[0]))) {
        continue
      }
      const spec: TableSpec = { rows: row, columns: column, where }
      specs.push(
        step % 5 === 0 ? { ...spec, top: 8 } : step % 7 === 0 ? { ...spec, sort: '-total' } : spec,
      )
    }
  }
  return [...new Set(specs.map(printTableSpec))]
}
