import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ageGroups,
  drawIncidents,
  populationIndex,
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

/** Residents on 1 July, scaled to inhabitants: one row per country, year, sex and age group. */
export async function writePopulation(
  model: RegionModel,
  population: PopulationCount,
  scale: number,
  folder: string,
): Promise<AssembledFile> {
  const rows: string[] = []
  model.countries.forEach((country) => {
    population.years.forEach((year, y) => {
      ;['F', 'M'].forEach((sex, s) => {
        ageGroups.forEach((age, a) => {
          const drawn = population.counts[populationIndex(population, country.index, y, s, a)]!
          const inhabitants = Math.round(drawn * scale)
          rows.push(
            `${country.parameters.code},${String(year)},${sex},${age},${String(inhabitants)}`,
          )
        })
      })
    })
  })
  const text = `pais,anio,sexo,edad,poblacion\n${rows.join('\n')}\n`
  return written(folder, 'poblacion.csv', text, rows.length)
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
