import type { Expression } from '../expression.ts'
import type { RecordType } from '../record-type.ts'

const dead: Expression = { field: 'dead' }
const missing: Expression = { field: 'missing' }

const persons = { es: 'personas', en: 'persons', fr: 'personnes' }
const degrees = {
  es: 'grados decimales (WGS 84)',
  en: 'decimal degrees (WGS 84)',
  fr: 'degrés décimaux (WGS 84)',
}

/** One row per incident of migration in which people died or disappeared, as a source reports it. */
export const incident: RecordType = {
  id: 'incident',
  label: {
    es: 'Incidente con muertes o desapariciones',
    en: 'Incident with deaths or disappearances',
    fr: 'Incident avec décès ou disparitions',
  },
  definition: {
    es: 'Hecho durante la migración en que murieron o desaparecieron personas, según una fuente. Las cifras son mínimos.',
    en: 'Event during migration in which people died or disappeared, as one source reports it. Figures are minimums.',
    fr: 'Événement survenu au cours de la migration et ayant causé des décès ou des disparitions, selon une source. Les chiffres sont des minimums.',
  },
  grain: {
    es: 'Una fila por incidente, o por parte de un incidente que la fuente separa.',
    en: 'One row per incident, or per part of an incident that the source keeps apart.',
    fr: 'Une ligne par incident, ou par partie d’incident que la source distingue.',
  },
  dateField: 'occurred_on',
  fields: [
    {
      id: 'incident_id',
      type: 'text',
      sensitivity: 'plain',
      concept: 'INCIDENT_ID',
      label: { es: 'Identificador', en: 'Identifier', fr: 'Identifiant' },
      definition: {
        es: 'Identificador que la fuente da al incidente; las partes de un mismo incidente pueden compartirlo.',
        en: 'Identifier the source gives to the incident; parts of one incident may share it.',
        fr: 'Identifiant donné par la source ; les parties d’un même incident peuvent le partager.',
      },
    },
    {
      id: 'occurred_on',
      type: 'date',
      sensitivity: 'quasi',
      label: { es: 'Fecha', en: 'Date', fr: 'Date' },
      definition: {
        es: 'Día en que ocurrió; si se ignora, día en que se notificó o se hallaron los cuerpos.',
        en: 'Day on which it happened; where unknown, the day it was reported or the bodies were found.',
        fr: 'Jour de l’incident ; s’il est inconnu, jour du signalement ou de la découverte des corps.',
      },
    },
    {
      id: 'year',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'TIME_PERIOD',
      unit: { es: 'año', en: 'year', fr: 'année' },
      label: { es: 'Año', en: 'Year', fr: 'Année' },
      definition: {
        es: 'Año al que la fuente imputa el incidente.',
        en: 'Year to which the source assigns the incident.',
        fr: 'Année à laquelle la source rattache l’incident.',
      },
      derived: { op: 'year', of: { field: 'occurred_on' } },
    },
    {
      id: 'month',
      type: 'period',
      sensitivity: 'plain',
      concept: 'TIME_PERIOD',
      label: { es: 'Mes', en: 'Month', fr: 'Mois' },
      definition: {
        es: 'Mes al que la fuente imputa el incidente (AAAA-MM).',
        en: 'Month to which the source assigns the incident (YYYY-MM).',
        fr: 'Mois auquel la source rattache l’incident (AAAA-MM).',
      },
      derived: { op: 'to-month', of: { field: 'occurred_on' } },
    },
    {
      id: 'region',
      type: 'code',
      codeList: 'incident-regions',
      sensitivity: 'plain',
      concept: 'REGION',
      label: { es: 'Región del incidente', en: 'Region of incident', fr: 'Région de l’incident' },
      definition: {
        es: 'Región en que ocurrió, según la clasificación de la fuente.',
        en: 'Region in which it happened, in the classification of the source.',
        fr: 'Région où il s’est produit, selon la classification de la source.',
      },
    },
    {
      id: 'country',
      type: 'code',
      codeList: 'countries',
      sensitivity: 'plain',
      concept: 'REF_AREA',
      label: { es: 'País del incidente', en: 'Country of incident', fr: 'Pays de l’incident' },
      definition: {
        es: 'País, o aguas frente a un país, donde ocurrió.',
        en: 'Country, or waters off a country, in which it happened.',
        fr: 'Pays, ou eaux au large d’un pays, où il s’est produit.',
      },
    },
    {
      id: 'location',
      type: 'text',
      sensitivity: 'quasi',
      label: { es: 'Lugar', en: 'Location', fr: 'Lieu' },
      definition: {
        es: 'Descripción del lugar en palabras de la fuente.',
        en: 'Description of the place in the words of the source.',
        fr: 'Description du lieu dans les mots de la source.',
      },
    },
    {
      id: 'latitude',
      type: 'decimal',
      sensitivity: 'quasi',
      concept: 'LATITUDE',
      unit: degrees,
      label: { es: 'Latitud', en: 'Latitude', fr: 'Latitude' },
      definition: {
        es: 'Latitud del lugar, a menudo aproximada; norte positivo.',
        en: 'Latitude of the place, often approximate; north positive.',
        fr: 'Latitude du lieu, souvent approximative ; nord positif.',
      },
    },
    {
      id: 'longitude',
      type: 'decimal',
      sensitivity: 'quasi',
      concept: 'LONGITUDE',
      unit: degrees,
      label: { es: 'Longitud', en: 'Longitude', fr: 'Longitude' },
      definition: {
        es: 'Longitud del lugar, a menudo aproximada; este positivo.',
        en: 'Longitude of the place, often approximate; east positive.',
        fr: 'Longitude du lieu, souvent approximative ; est positif.',
      },
    },
    {
      id: 'route',
      type: 'code',
      codeList: 'incident-routes',
      sensitivity: 'plain',
      concept: 'ROUTE',
      label: { es: 'Ruta migratoria', en: 'Migration route', fr: 'Route migratoire' },
      definition: {
        es: 'Ruta en la que viajaban las personas, si la fuente la conoce.',
        en: 'Route the people were travelling on, where the source knows it.',
        fr: 'Route empruntée par les personnes, si la source la connaît.',
      },
    },
    {
      id: 'cause',
      type: 'code',
      codeList: 'incident-causes',
      sensitivity: 'plain',
      concept: 'CAUSE',
      label: { es: 'Causa', en: 'Cause', fr: 'Cause' },
      definition: {
        es: 'Causa de la muerte o desaparición, clasificada; las palabras de la fuente quedan en la causa notificada.',
        en: 'Cause of death or disappearance, classified; the words of the source stay in the reported cause.',
        fr: 'Cause du décès ou de la disparition, classée ; les mots de la source restent dans la cause signalée.',
      },
    },
    {
      id: 'cause_reported',
      type: 'text',
      sensitivity: 'plain',
      label: { es: 'Causa notificada', en: 'Cause as reported', fr: 'Cause signalée' },
      definition: {
        es: 'Causa en palabras de la fuente.',
        en: 'Cause in the words of the source.',
        fr: 'Cause dans les mots de la source.',
      },
    },
    {
      id: 'dead',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'DEAD',
      unit: persons,
      label: { es: 'Muertes', en: 'Dead', fr: 'Décès' },
      definition: {
        es: 'Personas muertas con cuerpo hallado o muerte confirmada.',
        en: 'Persons dead whose bodies were found or whose death was confirmed.',
        fr: 'Personnes décédées, corps retrouvé ou décès confirmé.',
      },
    },
    {
      id: 'missing',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'MISSING',
      unit: persons,
      label: { es: 'Desaparecidas', en: 'Missing', fr: 'Disparus' },
      definition: {
        es: 'Número mínimo estimado de personas desaparecidas y presuntamente muertas; un valor negativo corrige un registro anterior cuando se halla un cuerpo.',
        en: 'Minimum estimated number of persons missing and presumed dead; a negative value corrects an earlier record once a body is found.',
        fr: 'Nombre minimal estimé de personnes disparues et présumées mortes ; une valeur négative corrige un enregistrement antérieur lorsqu’un corps est retrouvé.',
      },
    },
    {
      id: 'dead_and_missing',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'DEAD_AND_MISSING',
      unit: persons,
      label: { es: 'Muertes y desapariciones', en: 'Dead and missing', fr: 'Décès et disparus' },
      definition: {
        es: 'Muertes más desaparecidas; la parte que falta cuenta como cero cuando la otra se conoce.',
        en: 'Dead plus missing; a part that is not given counts as zero when the other is known.',
        fr: 'Décès plus disparus ; la partie non renseignée compte pour zéro si l’autre est connue.',
      },
      derived: {
        op: 'if',
        test: {
          op: 'and',
          of: [
            { op: 'is-missing', of: dead },
            { op: 'is-missing', of: missing },
          ],
        },
        then: { value: null },
        else: {
          op: '+',
          left: { op: 'coalesce', of: [dead, { value: 0 }] },
          right: { op: 'coalesce', of: [missing, { value: 0 }] },
        },
      },
    },
    {
      id: 'survivors',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'SURVIVORS',
      unit: persons,
      label: { es: 'Supervivientes', en: 'Survivors', fr: 'Survivants' },
      definition: {
        es: 'Personas que sobrevivieron al incidente.',
        en: 'Persons who survived the incident.',
        fr: 'Personnes ayant survécu à l’incident.',
      },
    },
    {
      id: 'women',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'WOMEN',
      unit: persons,
      label: { es: 'Mujeres', en: 'Women', fr: 'Femmes' },
      definition: {
        es: 'Mujeres entre las personas muertas y desaparecidas; nulo si se ignora.',
        en: 'Women among the dead and missing; missing where unknown.',
        fr: 'Femmes parmi les décès et disparus ; vide si inconnu.',
      },
    },
    {
      id: 'men',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'MEN',
      unit: persons,
      label: { es: 'Hombres', en: 'Men', fr: 'Hommes' },
      definition: {
        es: 'Hombres entre las personas muertas y desaparecidas; nulo si se ignora.',
        en: 'Men among the dead and missing; missing where unknown.',
        fr: 'Hommes parmi les décès et disparus ; vide si inconnu.',
      },
    },
    {
      id: 'children',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'CHILDREN',
      unit: persons,
      label: { es: 'Niñas, niños y adolescentes', en: 'Children', fr: 'Enfants' },
      definition: {
        es: 'Personas menores de 18 años entre las muertas y desaparecidas; nulo si se ignora.',
        en: 'Persons under 18 among the dead and missing; missing where unknown.',
        fr: 'Personnes de moins de 18 ans parmi les décès et disparus ; vide si inconnu.',
      },
    },
    {
      id: 'source_quality',
      type: 'code',
      codeList: 'incident-source-quality',
      sensitivity: 'plain',
      concept: 'SOURCE_QUALITY',
      label: { es: 'Calidad de la fuente', en: 'Source quality', fr: 'Qualité de la source' },
      definition: {
        es: 'Grado de verificación de 1 (un solo medio) a 5 (fuente oficial o forense).',
        en: 'Degree of verification, from 1 (one media report) to 5 (official or forensic source).',
        fr: 'Degré de vérification, de 1 (un seul média) à 5 (source officielle ou médico-légale).',
      },
    },
    {
      id: 'information_source',
      type: 'text',
      sensitivity: 'plain',
      label: {
        es: 'Fuente de información',
        en: 'Source of information',
        fr: 'Source d’information',
      },
      definition: {
        es: 'Quién informó del incidente.',
        en: 'Who reported the incident.',
        fr: 'Qui a signalé l’incident.',
      },
    },
    {
      id: 'url',
      type: 'text',
      sensitivity: 'plain',
      label: { es: 'Enlace', en: 'Link', fr: 'Lien' },
      definition: {
        es: 'Dirección en que se informó; puede haber varias.',
        en: 'Address of the report; there may be several.',
        fr: 'Adresse du signalement ; il peut y en avoir plusieurs.',
      },
    },
  ],
}
