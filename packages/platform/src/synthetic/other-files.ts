import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ageGroups,
  drawDisplacement,
  drawFigures,
  drawIncidents,
  drawSurvey,
  populationGroups,
  vitalFigures,
  type FigureParameters,
  type PopulationCount,
  type RegionModel,
  type SheetParameters,
  type SheetRecord,
  type SyntheticAnswer,
  type VitalCount,
} from '@caudal/methods/synthetic'
import type { AssembledFile } from './assemble.ts'
import { fingerprint } from './truth-files.ts'

/** Residents when 1 July begins, those drawn, as records are of them, by sex, age group, country of birth and citizenship. */
export async function writePopulation(
  model: RegionModel,
  population: PopulationCount,
  folder: string,
): Promise<AssembledFile> {
  const rows: string[] = []
  for (const { index, parameters } of model.countries) {
    for (const [at, year] of population.years.entries()) {
      for (const { sex, age, birthPlace, citizen, count } of populationGroups(
        model,
        population,
        index,
        at,
      )) {
        const born = model.places[birthPlace]!.code
        const citizenship = [parameters.code, born, ''][citizen]!
        rows.push(
          [parameters.code, year, 'FM'[sex]!, ageGroups[age]!, born, citizenship, count].join(),
        )
      }
    }
  }
  return writtenCsv(
    folder,
    'poblacion.csv',
    'pais,anio,sexo,edad,nacimiento,nacionalidad,poblacion',
    rows,
  )
}

/** What institutions other than border posts and desks tell of each drawn country, by record type or subject. */
export function sheetRecords(
  drawn: SyntheticDraw,
): Record<
  SheetParameters['recordType'] | NonNullable<SheetParameters['subject']>,
  Map<string, SheetRecord[]>
> {
  const { model, population, vital, parameters } = drawn
  return {
    incident: byCountry(drawIncidents(model), (one) => ({ ...one })),
    displacement: byCountry(drawDisplacement(model), (one) => ({ ...one })),
    'survey-response': byCountry(drawSurvey(model, population, parameters), answerRecord),
    observation: byCountry(drawFigures(model, population, parameters), (one) => ({
      measure: one.measure,
      item: one.item,
      year: one.year,
      counterpart: one.counterpart,
      sex: one.sex,
      age: one.age,
      birth: one.birthCountry,
      citizenship: one.citizenship,
      value: one.value,
      unit: one.unit,
    })),
    'vital-events': byCountry(vitalFigures(model, vital), (one) => ({ ...one })),
  }
}

/** An answer of the household survey; what is not asked of a person is not told. */
function answerRecord(one: SyntheticAnswer): SheetRecord {
  const isPaid = one.jobCountry !== ''
  const isChild = one.age >= 5 && one.age <= 17
  return {
    year: one.year,
    date: one.interviewedOn,
    household: one.household,
    weight: one.weight,
    stratum: one.stratum,
    unit: one.unit,
    sex: one.sex,
    age: one.age,
    birth: one.birthCountry,
    citizenship: one.citizenship,
    activity: one.age < 15 ? '' : one.isEmployed ? 'employed' : 'outside',
    injuries: one.isEmployed ? one.injuries : '',
    childLabour: isChild ? (one.inChildLabour ? 'yes' : 'no') : '',
    jobCountry: one.jobCountry,
    cost: isPaid ? one.recruitmentCost : '',
    earnings: isPaid ? one.firstMonthEarnings : '',
  }
}

function byCountry<Drawn extends { readonly country: string }>(
  drawn: Iterable<Drawn>,
  recordOf: (one: Drawn) => SheetRecord,
): Map<string, SheetRecord[]> {
  const records = new Map<string, SheetRecord[]>()
  for (const one of drawn) {
    const own = records.get(one.country)
    if (own === undefined) records.set(one.country, [recordOf(one)])
    else own.push(recordOf(one))
  }
  return records
}

/** What the files of other sources are drawn from. */
export interface SyntheticDraw {
  readonly model: RegionModel
  readonly population: PopulationCount
  readonly vital: VitalCount
  readonly parameters: FigureParameters
}

function writtenCsv(folder: string, name: string, heading: string, rows: readonly string[]) {
  return written(folder, name, `${heading}\n${rows.join('\n')}\n`, rows.length)
}

async function written(
  folder: string,
  name: string,
  text: string,
  records: number,
): Promise<AssembledFile> {
  const path = join(folder, name)
  await writeFile(path, text)
  return { name, ...(await fingerprint(path)), records }
}
