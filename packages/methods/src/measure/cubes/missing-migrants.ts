import type { Text } from '../../vocabulary/index.ts'
import type { Cube, CubeMeasure, CubeRate } from '../cube.ts'
import { monthLevel, quarterLevel, yearLevel } from './dimensions.ts'

const persons: Text = { es: 'personas', en: 'persons', fr: 'personnes' }

const byIncident: Omit<CubeRate, 'label'> = {
  by: 'incidents',
  unit: { es: 'personas por incidente', en: 'persons per incident', fr: 'personnes par incident' },
  factor: 1,
  decimals: 1,
}

/** An incident without the figure adds nothing; a combination without incidents is a true zero. */
const sum = (id: string, label: Text, perIncident?: Text): CubeMeasure => ({
  id,
  label,
  ...(perIncident && { rates: [{ ...byIncident, label: perIncident }] }),
  unit: persons,
  aggregate: 'sum',
  field: id,
  absent: 'zero',
})

/** Deaths and disappearances on migration routes, from IOM's Missing Migrants Project. */
export const missingMigrants: Cube = {
  id: 'missing-migrants',
  title: {
    es: 'Muertes y desapariciones durante la migración',
    en: 'Deaths and disappearances during migration',
    fr: 'Décès et disparitions au cours de la migration',
  },
  description: {
    es: 'Incidentes en los que murieron o desaparecieron personas migrantes, por lugar, ruta y causa, reunidos por la OIM de fuentes oficiales, medios y testimonios.',
    en: 'Incidents in which migrants died or went missing, by place, route and cause, gathered by IOM from official sources, media and testimonies.',
    fr: 'Incidents au cours desquels des migrants sont morts ou ont disparu, par lieu, route et cause, recueillis par l’OIM auprès de sources officielles, de médias et de témoignages.',
  },
  universe: {
    es: 'Muertes y desapariciones conocidas durante el trayecto hacia otro país. Son mínimos: muchas no llegan a conocerse.',
    en: 'Known deaths and disappearances on the way to another country. They are minimum figures: many never become known.',
    fr: 'Décès et disparitions connus sur le chemin d’un autre pays. Ce sont des minimums : beaucoup restent inconnus.',
  },
  recordType: 'incident',
  datasets: ['missing-migrants'],
  editionsBy: 'year',
  dimensions: [
    {
      id: 'time',
      label: { es: 'Tiempo', en: 'Time', fr: 'Temps' },
      kind: 'time',
      field: 'month',
      orElse: 'year',
      levels: [{ ...monthLevel, from: { kind: 'self' } }, quarterLevel, yearLevel],
    },
    {
      id: 'region',
      label: { es: 'Región del incidente', en: 'Region of incident', fr: 'Région de l’incident' },
      kind: 'area',
      field: 'region',
      codeList: 'incident-regions',
    },
    {
      id: 'country',
      label: { es: 'País del incidente', en: 'Country of incident', fr: 'Pays de l’incident' },
      kind: 'area',
      field: 'country',
      codeList: 'countries',
    },
    {
      id: 'route',
      label: { es: 'Ruta migratoria', en: 'Migration route', fr: 'Route migratoire' },
      kind: 'code',
      field: 'route',
      codeList: 'incident-routes',
    },
    {
      id: 'cause',
      label: { es: 'Causa', en: 'Cause', fr: 'Cause' },
      kind: 'code',
      field: 'cause',
      codeList: 'incident-causes',
      levels: [
        {
          id: 'cause',
          label: { es: 'Causa de muerte', en: 'Cause of death', fr: 'Cause du décès' },
          from: { kind: 'self' },
        },
        {
          id: 'group',
          label: {
            es: 'Grupo de causas de muerte',
            en: 'Group of causes of death',
            fr: 'Groupe de causes de décès',
          },
          from: { kind: 'root' },
        },
      ],
    },
  ],
  measures: [
    sum(
      'dead_and_missing',
      { es: 'Muertos y desaparecidos', en: 'Dead and missing', fr: 'Morts et disparus' },
      {
        es: 'Muertos y desaparecidos por incidente',
        en: 'Dead and missing per incident',
        fr: 'Morts et disparus par incident',
      },
    ),
    sum(
      'dead',
      { es: 'Muertos', en: 'Dead', fr: 'Morts' },
      { es: 'Muertos por incidente', en: 'Dead per incident', fr: 'Morts par incident' },
    ),
    sum(
      'missing',
      { es: 'Desaparecidos', en: 'Missing', fr: 'Disparus' },
      {
        es: 'Desaparecidos por incidente',
        en: 'Missing per incident',
        fr: 'Disparus par incident',
      },
    ),
    sum('survivors', { es: 'Supervivientes', en: 'Survivors', fr: 'Survivants' }),
    sum('women', {
      es: 'Mujeres entre los muertos y desaparecidos',
      en: 'Women among the dead and missing',
      fr: 'Femmes parmi les morts et disparus',
    }),
    sum('men', {
      es: 'Hombres entre los muertos y desaparecidos',
      en: 'Men among the dead and missing',
      fr: 'Hommes parmi les morts et disparus',
    }),
    sum('children', {
      es: 'Niños y niñas entre los muertos y desaparecidos',
      en: 'Children among the dead and missing',
      fr: 'Enfants parmi les morts et disparus',
    }),
    {
      id: 'incidents',
      label: { es: 'Incidentes', en: 'Incidents', fr: 'Incidents' },
      unit: { es: 'incidentes', en: 'incidents', fr: 'incidents' },
      aggregate: 'count',
    },
  ],
  protection: 'none',
  methodVersion: '2',
  notes: [
    {
      es: 'Los incidentes repetidos se cuentan como los cuenta la fuente: casi nunca son idénticos, y un mismo identificador puede reunir varios lugares.',
      en: 'Repeated incidents are counted as the source counts them: they are hardly ever identical, and one identifier may join several places.',
      fr: 'Les incidents répétés sont comptés comme la source les compte : ils ne sont presque jamais identiques, et un même identifiant peut réunir plusieurs lieux.',
    },
    {
      es: 'El sexo y la edad de la mayoría se ignoran: mujeres, hombres y niños no suman el total.',
      en: 'The sex and age of most are unknown: women, men and children do not add up to the total.',
      fr: 'Le sexe et l’âge de la plupart sont inconnus : femmes, hommes et enfants ne s’additionnent pas au total.',
    },
  ],
  opening: { rows: ['region'], columns: ['time.year'] },
}
