import type { Text } from '../../vocabulary/index.ts'
import type { Cube, DimensionLevel } from '../cube.ts'
import { continentLevel, regionLevel } from './dimensions.ts'

const countryLevel = (label: Text): DimensionLevel => ({
  id: 'country',
  label,
  from: { kind: 'self' },
})

/** International migrants by origin and destination, from the United Nations. */
export const unMigrantStock: Cube = {
  id: 'un-migrant-stock',
  title: {
    es: 'Migrantes internacionales por origen y destino',
    en: 'International migrants by origin and destination',
    fr: 'Migrants internationaux par origine et destination',
  },
  description: {
    es: 'Estimaciones de las Naciones Unidas del número de migrantes internacionales a mitad de año, por país de destino y de origen (revisión de 2019).',
    en: 'United Nations estimates of the number of international migrants at mid-year, by country of destination and of origin (2019 revision).',
    fr: 'Estimations des Nations Unies du nombre de migrants internationaux au milieu de l’année, par pays de destination et d’origine (révision de 2019).',
  },
  universe: {
    es: 'Personas que viven en un país distinto de aquel en que nacieron; donde no se conoce el lugar de nacimiento, personas de nacionalidad extranjera.',
    en: 'Persons living in a country other than the one they were born in; where the place of birth is not known, persons of foreign citizenship.',
    fr: 'Personnes vivant dans un autre pays que celui où elles sont nées ; à défaut du lieu de naissance, personnes de nationalité étrangère.',
  },
  recordType: 'observation',
  datasets: ['un-migrant-stock-2019'],
  leaveOut: [
    {
      field: 'ref_area',
      codes: ['005', '029', '054', '057', '061'],
      reason: {
        es: 'la fuente repite en ellos, como subtotales de región, a los países que ya se cuentan.',
        en: 'in them the source repeats, as regional subtotals, the countries that are counted already.',
        fr: 'la source y répète, comme sous-totaux régionaux, les pays déjà comptés.',
      },
    },
  ],
  dimensions: [
    {
      id: 'time',
      label: { es: 'Año (1 de julio)', en: 'Year (1 July)', fr: 'Année (1er juillet)' },
      kind: 'time',
      field: 'period',
    },
    {
      id: 'destination',
      label: { es: 'Destino', en: 'Destination', fr: 'Destination' },
      kind: 'area',
      field: 'ref_area',
      codeList: 'countries',
      levels: [
        countryLevel({
          es: 'País de destino',
          en: 'Country of destination',
          fr: 'Pays de destination',
        }),
        {
          ...regionLevel,
          label: {
            es: 'Región de destino',
            en: 'Region of destination',
            fr: 'Région de destination',
          },
        },
        {
          ...continentLevel,
          label: {
            es: 'Continente de destino',
            en: 'Continent of destination',
            fr: 'Continent de destination',
          },
        },
      ],
    },
    {
      id: 'origin',
      label: { es: 'Origen', en: 'Origin', fr: 'Origine' },
      kind: 'area',
      field: 'counterpart_area',
      codeList: 'countries',
      levels: [
        countryLevel({ es: 'País de origen', en: 'Country of origin', fr: 'Pays d’origine' }),
        {
          ...regionLevel,
          label: { es: 'Región de origen', en: 'Region of origin', fr: 'Région d’origine' },
        },
        {
          ...continentLevel,
          label: {
            es: 'Continente de origen',
            en: 'Continent of origin',
            fr: 'Continent d’origine',
          },
        },
      ],
    },
  ],
  measures: [
    {
      id: 'stock',
      label: { es: 'Migrantes (stock)', en: 'Migrants (stock)', fr: 'Migrants (effectif)' },
      unit: { es: 'personas', en: 'persons', fr: 'personnes' },
      aggregate: 'sum',
      field: 'value',
      notAdditiveOver: ['time'],
    },
  ],
  protection: 'none',
  methodVersion: '1',
  notes: [
    {
      es: 'Un stock se cuenta en una fecha: los de varios años no se suman. Todas las filas de países se toman tal como vienen.',
      en: 'A stock is counted at one date: those of several years are not added. All rows of countries are taken as they are.',
      fr: 'Un effectif est compté à une date : ceux de plusieurs années ne s’additionnent pas. Toutes les lignes de pays sont prises telles quelles.',
    },
    {
      es: 'Los orígenes que la fuente no distingue («otros») no están: la suma por origen puede quedar por debajo del total que la ONU publica.',
      en: 'Origins that the source does not tell apart (“other”) are not included: the sum over origins may fall short of the total the UN publishes.',
      fr: 'Les origines que la source ne distingue pas (« autres ») n’y sont pas : la somme par origine peut rester en deçà du total publié par l’ONU.',
    },
  ],
  opening: { rows: ['destination.region'], columns: ['time'] },
}
