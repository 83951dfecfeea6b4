import errors from '../../../../data/synthetic/errors.json' with { type: 'json' }
import belize from '../../../../data/synthetic/countries/BLZ.json' with { type: 'json' }
import costaRica from '../../../../data/synthetic/countries/CRI.json' with { type: 'json' }
import dominicanRepublic from '../../../../data/synthetic/countries/DOM.json' with { type: 'json' }
import guatemala from '../../../../data/synthetic/countries/GTM.json' with { type: 'json' }
import honduras from '../../../../data/synthetic/countries/HND.json' with { type: 'json' }
import nicaragua from '../../../../data/synthetic/countries/NIC.json' with { type: 'json' }
import elSalvador from '../../../../data/synthetic/countries/SLV.json' with { type: 'json' }
import names from '../../../../data/synthetic/names.json' with { type: 'json' }
import officeOfBelize from '../../../../data/synthetic/offices/BLZ.json' with { type: 'json' }
import officeOfCostaRica from '../../../../data/synthetic/offices/CRI.json' with { type: 'json' }
import officeOfDominicanRepublic from '../../../../data/synthetic/offices/DOM.json' with { type: 'json' }
import officeOfGuatemala from '../../../../data/synthetic/offices/GTM.json' with { type: 'json' }
import officeOfHonduras from '../../../../data/synthetic/offices/HND.json' with { type: 'json' }
import officeOfNicaragua from '../../../../data/synthetic/offices/NIC.json' with { type: 'json' }
import officeOfElSalvador from '../../../../data/synthetic/offices/SLV.json' with { type: 'json' }
import places from '../../../../data/synthetic/places.json' with { type: 'json' }
import travel from '../../../../data/synthetic/travel.json' with { type: 'json' }
import { errorParametersSchema, officeParametersSchema } from './office-parameters.ts'
import {
  countryParametersSchema,
  nameParametersSchema,
  placeParametersSchema,
  travelParametersSchema,
} from './parameters.ts'
import { compileRegion, type RegionModel, type RegionParameters } from './region-model.ts'

/** The parameters as they ship, for tests. */
export const shippedParameters: RegionParameters = {
  countries: [belize, costaRica, dominicanRepublic, guatemala, honduras, nicaragua, elSalvador].map(
    (country) => countryParametersSchema.parse(country),
  ),
  places: placeParametersSchema.parse(places),
  travel: travelParametersSchema.parse(travel),
  names: nameParametersSchema.parse(names),
}

export const shippedOffices = [
  officeOfBelize,
  officeOfCostaRica,
  officeOfDominicanRepublic,
  officeOfGuatemala,
  officeOfHonduras,
  officeOfNicaragua,
  officeOfElSalvador,
].map((office) => officeParametersSchema.parse(office))

export const shippedErrors = errorParametersSchema.parse(errors)

export const allCountries = ['GTM', 'SLV', 'HND', 'NIC', 'CRI', 'DOM', 'BLZ']

/** A small region of the shipped parameters. */
export function testRegion(persons: number, seed = 1, countries = allCountries): RegionModel {
  return compileRegion(shippedParameters, {
    seed,
    persons,
    firstYear: 2015,
    lastYear: 2024,
    countries,
  })
}
