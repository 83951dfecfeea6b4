import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ageGroups,
  drawFigures,
  drawIncidents,
  drawSurvey,
  populationGroups,
  type FigureParameters,
  type PopulationCount,
  type RegionModel,
} from '@caudal/methods/synthetic'
import type { AssembledFile } from './assemble.ts'
import { fingerprint } from './truth-files.ts'

/** The incidents as a JSON array, with Spanish keys. */
export async function writeIncidents(model: RegionModel, folder: string): Promise<AssembledFile> {
  const incidents = drawIncidents(model).map((one) => ({
    id: one.id,
    fecha: one.date,
    pais: one.country,
    lugar: one.place,
    causa: one.cause,
    muertos: one.dead,
    desaparecidos: one.missing,
    sobrevivientes: one.survivors,
    mujeres: one.women,
    hombres: one.men,
    menores: one.children,
  }))
  const text = `[\n${incidents.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`
  return written(folder, 'incidentes.json', text, incidents.length)
}

/** Residents on 1 July, those drawn, as records are of them, by sex, age group, country of birth and citizenship. */
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

/** The household survey, one row per person, with Spanish headings. */
export async function writeSurvey(drawn: SyntheticDraw, folder: string): Promise<AssembledFile> {
  const rows: string[] = []
  for (const one of drawSurvey(drawn.model, drawn.population, drawn.parameters)) {
    const { jobCountry } = one
    const paid =
      jobCountry === '' ? ['', '', ''] : [jobCountry, one.recruitmentCost, one.firstMonthEarnings]
    const isChild = one.age >= 5 && one.age <= 17
    rows.push(
      [
        one.country,
        one.year,
        one.interviewedOn,
        one.household,
        one.weight,
        one.stratum === 'urban' ? 'U' : 'R',
        one.unit,
        one.sex,
        one.age,
        one.birthCountry,
        one.citizenship,
        one.age < 15 ? '' : one.isEmployed ? 'Ocupada' : 'Inactiva',
        one.isEmployed ? one.injuries : '',
        isChild ? (one.inChildLabour ? 'Sí' : 'No') : '',
        ...paid,
      ].join(),
    )
  }
  const heading =
    'pais,ronda,fecha,hogar,factor,estrato,upm,sexo,edad,nacimiento,nacionalidad,actividad,lesiones,trabajo_infantil,pais_empleo,costo,ingreso'
  return writtenCsv(folder, 'encuesta.csv', heading, rows)
}

/** Figures that other institutions would publish, one row per measure and group. */
export async function writeFigures(drawn: SyntheticDraw, folder: string): Promise<AssembledFile> {
  const rows: string[] = []
  for (const one of drawFigures(drawn.model, drawn.population, drawn.parameters)) {
    rows.push(
      [
        one.measure,
        one.item,
        one.year,
        one.country,
        one.counterpart,
        one.sex,
        one.age,
        one.birthCountry,
        one.citizenship,
        one.value,
        one.unit,
      ].join(),
    )
  }
  const heading = 'medida,item,anio,pais,contraparte,sexo,edad,nacimiento,nacionalidad,valor,unidad'
  return writtenCsv(folder, 'cifras.csv', heading, rows)
}

/** What the files of other sources are drawn from. */
export interface SyntheticDraw {
  readonly model: RegionModel
  readonly population: PopulationCount
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
