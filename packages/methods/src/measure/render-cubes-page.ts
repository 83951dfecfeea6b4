import type { Language, Text } from '../vocabulary/index.ts'
import type { Cube, CubeMeasure } from './cube.ts'
import { findBreakdown, wantedBreakdowns, type WantedBreakdown } from './cube-matrix.ts'
import { cubes } from './cubes.ts'
import { listLevels } from './dimension-level.ts'

const words = {
  title: { es: 'Cubos', en: 'Cubes', fr: 'Cubes' },
  intro: {
    es: 'Qué cuenta cada cubo y por qué se puede desglosar. La tabla dice, de cada desglose que las cifras de migración deben llevar, qué dimensiones lo tienen, de los códigos más finos a los más gruesos; «sin dato» quiere decir que el registro, o la fuente, no lo tiene.',
    en: 'What each cube counts and what it can be broken down by. The table says, of every breakdown that figures of migration should have, which dimensions have it, from the finest codes to the coarsest; “not recorded” means that the record, or the source, does not have it.',
    fr: 'Ce que compte chaque cube et par quoi il se ventile. Le tableau dit, pour chaque ventilation que les chiffres de migration doivent porter, quelles dimensions l’ont, des codes les plus fins aux plus grossiers ; « non enregistré » : l’enregistrement, ou la source, ne l’a pas.',
  },
  cube: { es: 'cubo', en: 'cube', fr: 'cube' },
  notRecorded: { es: 'sin dato', en: 'not recorded', fr: 'non enregistré' },
  counts: { es: 'Cuenta', en: 'Counts', fr: 'Compte' },
  from: { es: 'de registros', en: 'from records', fr: 'd’enregistrements' },
  dimension: { es: 'dimensión', en: 'dimension', fr: 'dimension' },
  levels: { es: 'niveles', en: 'levels', fr: 'niveaux' },
  measure: { es: 'medida', en: 'measure', fr: 'mesure' },
  unit: { es: 'unidad', en: 'unit', fr: 'unité' },
  adds: { es: 'se suma', en: 'adds up', fr: 's’additionne' },
  overAll: { es: 'sobre todo', en: 'over everything', fr: 'sur tout' },
  butOver: { es: 'salvo sobre {ids}', en: 'but not over {ids}', fr: 'sauf sur {ids}' },
  distinct: {
    es: 'no: cada persona cuenta una vez en cada celda y en cada total, exacto en cada margen',
    en: 'no: each person counts once in every cell and in every total, exact at every margin',
    fr: 'non : chaque personne compte une fois dans chaque cellule et chaque total, exact à chaque marge',
  },
  tells: {
    es: 'Códigos que dicen algo unos de otros, con lo que se protegen las publicaciones',
    en: 'Codes that tell of each other, with which releases are protected',
    fr: 'Codes qui se disent quelque chose les uns des autres, avec quoi les publications sont protégées',
  },
  notes: {
    es: 'Qué debe saber el lector',
    en: 'What a reader must know',
    fr: 'Ce que le lecteur doit savoir',
  },
} as const satisfies Readonly<Record<string, Text>>

/** The cubes as a page of the reference: breakdown by breakdown, then cube by cube. */
export function renderCubesPage(language: Language): string {
  const say = (key: keyof typeof words) => words[key][language]
  const head = [say('cube'), ...wantedBreakdowns.map(({ label }) => label[language])]
  const rows = cubes.map((cube) => [
    `[${cube.title[language]}](#${cube.id})`,
    ...wantedBreakdowns.map((breakdown) => foundIn(cube, breakdown, language)),
  ])
  return `# ${say('title')}

${say('intro')}

${table(head, rows)}

${cubes.map((cube) => renderCube(cube, language)).join('\n')}`
}

function foundIn(cube: Cube, breakdown: WantedBreakdown, language: Language): string {
  const found = findBreakdown(cube, breakdown)
  if (found.kind === 'not-recorded') return words.notRecorded[language]
  if (found.kind === 'no-sense') return found.reason[language]
  return found.dimensions
    .map((dimension) => {
      const levels = listLevels(dimension).map(({ id }) => id)
      return levels.length > 1 ? `\`${dimension.id}\`: ${levels.join(', ')}` : `\`${dimension.id}\``
    })
    .join('; ')
}

function renderCube(cube: Cube, language: Language): string {
  const say = (key: keyof typeof words) => words[key][language]
  const dimensions = cube.dimensions.map((dimension) => [
    `\`${dimension.id}\` ${dimension.label[language]}`,
    listLevels(dimension)
      .map(({ id, label }) => `\`${id}\` ${label[language]}`)
      .join(' · '),
  ])
  const measures = cube.measures.map((measure) => [
    `\`${measure.id}\` ${measure.label[language]}`,
    measure.unit[language],
    addsUp(measure, language),
  ])
  return `<a id="${cube.id}"></a>

## ${cube.title[language]}

\`${cube.id}\` · ${say('from')} \`${cube.recordType}\`. ${cube.description[language]}

${say('counts')}: ${cube.universe[language]}

${table([say('dimension'), say('levels')], dimensions)}

${table([say('measure'), say('unit'), say('adds')], measures)}

${dependenciesOf(cube, say('tells'))}${say('notes')}:

${cube.notes.map((note) => `- ${note[language]}`).join('\n')}
`
}

function dependenciesOf({ dependencies = [] }: Cube, heading: string): string {
  if (dependencies.length === 0) return ''
  const told = dependencies.map((ids) => ids.map((id) => `\`${id}\``).join(' + '))
  return `${heading}: ${told.join('; ')}.\n\n`
}

function addsUp({ aggregate, notAdditiveOver }: CubeMeasure, language: Language): string {
  if (aggregate === 'distinct') return words.distinct[language]
  if (notAdditiveOver === undefined) return words.overAll[language]
  const ids = notAdditiveOver.map((id) => `\`${id}\``).join(', ')
  return words.butOver[language].replace('{ids}', ids)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
