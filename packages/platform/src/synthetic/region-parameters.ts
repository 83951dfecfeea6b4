import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  countryParametersSchema,
  deskParametersSchema,
  errorParametersSchema,
  figureParametersSchema,
  nameParametersSchema,
  officeParametersSchema,
  placeParametersSchema,
  sheetParametersSchema,
  travelParametersSchema,
  type DeskParameters,
  type ErrorParameters,
  type FigureParameters,
  type OfficeParameters,
  type RegionParameters,
  type SheetParameters,
} from '@caudal/methods/synthetic'

/** Folder of the parameters, profiles and border posts of the synthetic region. */
export const parameterFolder: string = fileURLToPath(
  new URL('../../../../data/synthetic/', import.meta.url),
)

export interface AllParameters extends RegionParameters {
  readonly offices: readonly OfficeParameters[]
  readonly desks: readonly DeskParameters[]
  readonly sheets: readonly SheetParameters[]
  readonly errors: ErrorParameters
  readonly figures: FigureParameters
}

async function read(name: string): Promise<unknown> {
  return JSON.parse(await readFile(`${parameterFolder}${name}`, 'utf8'))
}

/** Reads and checks `data/synthetic`; a file that does not fit its schema is a bug and throws. */
export async function readRegionParameters(): Promise<AllParameters> {
  const readAll = async (folder: string) => {
    const names = (await readdir(`${parameterFolder}${folder}`)).filter((name) =>
      name.endsWith('.json'),
    )
    return Promise.all(names.sort().map((name) => read(`${folder}/${name}`)))
  }
  return {
    countries: (await readAll('countries')).map((one) => countryParametersSchema.parse(one)),
    offices: (await readAll('offices')).map((one) => officeParametersSchema.parse(one)),
    desks: (await readAll('desks')).map((one) => deskParametersSchema.parse(one)),
    sheets: (await readAll('sheets')).map((one) => sheetParametersSchema.parse(one)),
    places: placeParametersSchema.parse(await read('places.json')),
    travel: travelParametersSchema.parse(await read('travel.json')),
    names: nameParametersSchema.parse(await read('names.json')),
    errors: errorParametersSchema.parse(await read('errors.json')),
    figures: figureParametersSchema.parse(await read('figures.json')),
  }
}
