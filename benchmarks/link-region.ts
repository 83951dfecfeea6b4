// Claim: on the synthetic region with its default errors, linking the records of a country's border
// posts finds pairs of records of one person with an F1 of at least .98, and every error at the level
// of histories is counted: persons cut in two or more, and persons run together.
//
//   npx tsx benchmarks/link-region.ts [--persons 40000]
//
// The posts of Guatemala: names in capitals, surnames in two columns, a married name, documents that
// are renewed, lost and replaced. Equal identities are linked once, and stand for all their records.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { linkFiles } from '../packages/platform/src/link/service.ts'
import { openDuckDb } from '../packages/platform/src/store/index.ts'
import { drawRegion } from '../packages/platform/src/synthetic/index.ts'

const least = 0.98
const identity = [
  'PRIMER_APELLIDO',
  'SEGUNDO_APELLIDO',
  'APELLIDO_CASADA',
  'NOMBRES',
  'SEXO',
  'NACIMIENTO',
  'NACIONALIDAD',
  'PAIS_NACIMIENTO',
  'NUMERO_DOCUMENTO',
]

const { values } = parseArgs({ options: { persons: { type: 'string', default: '40000' } } })
const folder = await mkdtemp(join(tmpdir(), 'caudal-bench-region-'))
const engine = await openDuckDb({ temporaryFolder: join(folder, 'spill') })
try {
  const out = join(folder, 'region')
  const persons = Number(values.persons)
  await drawRegion({ out, persons, firstYear: 2017, lastYear: 2021, countries: ['GTM', 'SLV'] })
  const name = 'gtm-movimientos.csv'
  const text = new TextDecoder('windows-1252').decode(await readFile(join(out, 'records', name)))
  const plain = join(folder, name)
  await writeFile(plain, text)
  const cards = join(folder, 'cards.csv')
  const columns = identity.map((column) => `coalesce(${column}, '')`).join(', ')
  // SOA stands for no second surname in this office's files
  const known = identity.map((column) => `nullif(any_value(${column}), 'SOA') as ${column}`)
  await engine.run(
    `create table records as
     select dense_rank() over (order by ${columns}) as id, person_id as truth, errors, ${identity.join(', ')}
     from (select row_number() over () + 1 as line, * from read_csv($1, delim = ';', all_varchar = true,
       header = true, null_padding = true, strict_mode = false)) as r
     join read_parquet($2) as t on t.line = r.line and t.file = $3`,
    [plain, join(out, 'truth', 'records.parquet'), name],
  )
  await engine.run(
    `copy (select id, ${known.join(', ')} from records group by id) to '${cards}' (header)`,
  )
  const started = performance.now()
  const clusters = join(folder, 'C.csv')
  const report = await linkFiles([cards], { clusters })
  const seconds = (performance.now() - started) / 1000
  await engine.run(
    `create table linked as select r.*, c.person as found from records as r join read_csv($1) as c using (id)`,
    [clusters],
  )
  const pairs = async (keys: string, where = 'true') => {
    const [row] = await engine.rows<{ pairs: number }>(
      `select sum(c * (c - 1) / 2)::double as pairs from (select count(*) as c from linked where ${where} group by ${keys})`,
    )
    return row?.pairs ?? 0
  }
  const [truth, found, right] = [
    await pairs('truth'),
    await pairs('found'),
    await pairs('found, truth'),
  ]
  const f1 = (2 * right) / (truth + found)
  const [records] = await engine.rows<{ records: number; persons: number }>(
    'select count(*) as records, count(distinct truth) as persons from linked',
  )
  const [histories] = await engine.rows<{ cut: number; together: number }>(
    `select (select count(*) from (select truth from linked group by truth having count(distinct found) > 1)) as cut,
       (select count(*) from (select found from linked group by found having count(distinct truth) > 1)) as together`,
  )
  console.log(
    `${records!.records.toLocaleString('en')} records of ${records!.persons.toLocaleString('en')} persons, ${report.records.toLocaleString('en')} identities, linked in ${seconds.toFixed(1)} s`,
  )
  console.log(
    `pairs: precision ${(right / found).toFixed(4)}, recall ${(right / truth).toFixed(4)}, F1 ${f1.toFixed(4)} (at least ${least}), ratio ${(f1 / least).toFixed(3)}`,
  )
  console.log(
    `histories: ${histories!.cut.toLocaleString('en')} persons cut in parts, ${histories!.together.toLocaleString('en')} clusters of more than one person`,
  )
  for (const sex of ['F', 'M']) {
    const where = `SEXO = '${sex}'`
    const recall = (await pairs('found, truth', where)) / (await pairs('truth', where))
    console.log(`recall among records of sex ${sex}: ${recall.toFixed(4)}`)
  }
  if (f1 < least) process.exitCode = 1
} finally {
  engine.close()
  await rm(folder, { recursive: true, force: true })
}
