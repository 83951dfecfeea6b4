import { getRecordType } from '../../collect/index.ts'
import type { Text } from '../../vocabulary/index.ts'

interface Words {
  readonly name: Text
  readonly description: Text
}

/** Record and field that a concept is, where it is one: its words are those of the field. */
const fieldOf: Readonly<Record<string, readonly [record: string, field: string]>> = {
  PERMIT_TYPE: ['permit', 'permit_type'],
  PROCEDURE: ['permit', 'procedure'],
  DECISION: ['permit', 'decision'],
  MIGRATORY_STATUS: ['residence', 'migratory_status'],
  END_REASON: ['residence', 'end_reason'],
  NEXT_AREA: ['residence', 'next_country'],
  INTENDED_AREA: ['return', 'intended_country'],
  RETURN_TYPE: ['return', 'return_type'],
  RETURN_MEANS: ['return', 'return_means'],
  ACCOMPANIMENT: ['return', 'accompaniment'],
  MOTIVE: ['return', 'motive'],
  NEED: ['return', 'need'],
  EDUCATION: ['return', 'education'],
  MARITAL_STATUS: ['return', 'marital_status'],
  OCCUPATION: ['return', 'occupation'],
  DEPARTMENT: ['permit', 'department'],
  MUNICIPALITY: ['permit', 'municipality'],
  ORIGIN_DEPARTMENT: ['return', 'origin_department'],
  ORIGIN_MUNICIPALITY: ['return', 'origin_municipality'],
  DEST_DEPARTMENT: ['return', 'destination_department'],
  DEST_MUNICIPALITY: ['return', 'destination_municipality'],
  VINTAGE: ['estimate', 'release_on'],
  FIGURE_STATUS: ['estimate', 'figure_status'],
}

/** Concepts that are derived from records and are no field of one. */
const derived: Readonly<Record<string, Words>> = {
  PERMIT_EVENT: {
    name: { es: 'Hecho de un permiso', en: 'Event of a permit', fr: 'Événement d’un titre' },
    description: {
      es: 'Lo que pasó con el permiso: solicitud, concesión, renovación, denegación, vencimiento.',
      en: 'What happened to the permit: application, grant, renewal, refusal, expiry.',
      fr: 'Ce qu’il est advenu du titre : demande, octroi, renouvellement, refus, expiration.',
    },
  },
  DECISION_TIME: {
    name: {
      es: 'Días hasta la decisión',
      en: 'Days to the decision',
      fr: 'Jours jusqu’à la décision',
    },
    description: {
      es: 'Días desde la solicitud hasta la decisión, por grupos.',
      en: 'Days from the application to the decision, in groups.',
      fr: 'Jours de la demande à la décision, par groupes.',
    },
  },
  MIGRATION_CRITERION: {
    name: {
      es: 'Criterio de migración',
      en: 'Criterion of migration',
      fr: 'Critère de migration',
    },
    description: {
      es: 'Regla por la que un cruce cuenta como cambio de residencia.',
      en: 'Rule by which a crossing counts as a change of residence.',
      fr: 'Règle selon laquelle un franchissement compte comme changement de résidence.',
    },
  },
  BIRTH_STATUS: {
    name: {
      es: 'Nacida en el país o fuera',
      en: 'Native-born or foreign-born',
      fr: 'Née dans le pays ou à l’étranger',
    },
    description: {
      es: 'Si la persona nació en el país que informa.',
      en: 'Whether the person was born in the reporting country.',
      fr: 'Si la personne est née dans le pays déclarant.',
    },
  },
  CITIZENSHIP_STATUS: {
    name: {
      es: 'Nacional o extranjera',
      en: 'National or foreign',
      fr: 'Nationale ou étrangère',
    },
    description: {
      es: 'Si la persona tiene la nacionalidad del país que informa.',
      en: 'Whether the person has the citizenship of the reporting country.',
      fr: 'Si la personne a la nationalité du pays déclarant.',
    },
  },
  STAY_LENGTH: {
    name: { es: 'Duración de la estancia', en: 'Length of stay', fr: 'Durée du séjour' },
    description: {
      es: 'Días desde la entrada hasta la salida siguiente, por grupos.',
      en: 'Days from the arrival to the next departure, in groups.',
      fr: 'Jours de l’entrée à la sortie suivante, par groupes.',
    },
  },
  STAY_AUTHORISATION: {
    name: {
      es: 'Respecto de lo autorizado',
      en: 'Against what was authorised',
      fr: 'Au regard de l’autorisation',
    },
    description: {
      es: 'Si la estancia cabe en el tiempo que se autorizó a la entrada.',
      en: 'Whether the stay is within the time that was authorised on arrival.',
      fr: 'Si le séjour tient dans la durée autorisée à l’entrée.',
    },
  },
}

/** Name and definition of a concept of administrative records; undefined where it is none. */
export function administrativeConcept(id: string): Words | undefined {
  const at = fieldOf[id]
  if (at === undefined) return derived[id]
  const field = getRecordType(at[0]).fields.find((each) => each.id === at[1])
  return field && { name: field.label, description: field.definition }
}
