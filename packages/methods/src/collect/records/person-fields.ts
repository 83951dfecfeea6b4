import type { Text } from '../../vocabulary/index.ts'
import type { Field } from '../record-type.ts'

/** The day on which a record counts a person's age, as a sentence names it. */
export interface AgeOn {
  readonly field: string
  readonly day: Text
}

/** Sex, age and year of birth, citizenship and country of birth: what statistics ask of a person. */
export function personFields(ageOn: AgeOn): readonly Field[] {
  const { day } = ageOn
  return [
    {
      id: 'citizenship',
      type: 'code',
      codeList: 'countries',
      sensitivity: 'quasi',
      concept: 'CITIZENSHIP',
      label: { es: 'Nacionalidad', en: 'Citizenship', fr: 'Nationalité' },
      definition: {
        es: 'País de nacionalidad; apátrida y refugiado tienen código propio.',
        en: 'Country of citizenship; stateless persons and refugees have codes of their own.',
        fr: 'Pays de nationalité ; apatrides et réfugiés ont leur propre code.',
      },
    },
    {
      id: 'birth_country',
      type: 'code',
      codeList: 'countries',
      sensitivity: 'quasi',
      concept: 'BIRTH_PLACE',
      label: { es: 'País de nacimiento', en: 'Country of birth', fr: 'Pays de naissance' },
      definition: {
        es: 'País, en sus fronteras actuales, donde nació la persona.',
        en: 'Country, in its present borders, in which the person was born.',
        fr: 'Pays, dans ses frontières actuelles, où la personne est née.',
      },
    },
    {
      id: 'sex',
      type: 'code',
      codeList: 'sex',
      sensitivity: 'quasi',
      concept: 'SEX',
      label: { es: 'Sexo', en: 'Sex', fr: 'Sexe' },
      definition: {
        es: 'Sexo que la fuente registró.',
        en: 'Sex as the source recorded it.',
        fr: 'Sexe enregistré par la source.',
      },
    },
    {
      id: 'age',
      type: 'integer',
      sensitivity: 'quasi',
      concept: 'AGE',
      unit: { es: 'años cumplidos', en: 'completed years', fr: 'années révolues' },
      label: { es: 'Edad', en: 'Age', fr: 'Âge' },
      definition: {
        es: `Años cumplidos ${day.es}; se calcula de la fecha de nacimiento si la fuente no la da.`,
        en: `Completed years ${day.en}; computed from the date of birth where the source does not state it.`,
        fr: `Années révolues ${day.fr} ; calculé d’après la date de naissance si la source ne le donne pas.`,
      },
      derived: {
        op: 'completed-years',
        from: { field: 'birth_date' },
        to: { field: ageOn.field },
      },
    },
    {
      id: 'birth_year',
      type: 'integer',
      sensitivity: 'quasi',
      concept: 'BIRTH_YEAR',
      unit: { es: 'año', en: 'year', fr: 'année' },
      label: { es: 'Año de nacimiento', en: 'Year of birth', fr: 'Année de naissance' },
      definition: {
        es: 'Año civil de nacimiento; se toma de la fecha de nacimiento si la fuente no lo da.',
        en: 'Calendar year of birth; taken from the date of birth where the source does not state it.',
        fr: 'Année civile de naissance ; tirée de la date de naissance si la source ne la donne pas.',
      },
      derived: { op: 'year', of: { field: 'birth_date' } },
    },
  ]
}

/** What names a person. Kept encrypted, apart from the facts. */
export const identityFields: readonly Field[] = [
  {
    id: 'given_names',
    type: 'text',
    sensitivity: 'identity',
    label: { es: 'Nombres', en: 'Given names', fr: 'Prénoms' },
    definition: {
      es: 'Nombres de pila tal como constan en el expediente.',
      en: 'Given names as written in the file.',
      fr: 'Prénoms tels qu’inscrits au dossier.',
    },
  },
  {
    id: 'family_names',
    type: 'text',
    sensitivity: 'identity',
    label: { es: 'Apellidos', en: 'Family names', fr: 'Noms de famille' },
    definition: {
      es: 'Apellidos tal como constan en el expediente.',
      en: 'Family names as written in the file.',
      fr: 'Noms de famille tels qu’inscrits au dossier.',
    },
  },
  {
    id: 'birth_date',
    type: 'date',
    sensitivity: 'identity',
    label: { es: 'Fecha de nacimiento', en: 'Date of birth', fr: 'Date de naissance' },
    definition: {
      es: 'Fecha de nacimiento según el documento o la declaración.',
      en: 'Date of birth according to the document or as declared.',
      fr: 'Date de naissance d’après le document ou la déclaration.',
    },
  },
  {
    id: 'document_number',
    type: 'text',
    sensitivity: 'identity',
    label: { es: 'Número de documento', en: 'Document number', fr: 'Numéro du document' },
    definition: {
      es: 'Número del documento de identidad o de viaje.',
      en: 'Number of the identity or travel document.',
      fr: 'Numéro de la pièce d’identité ou du document de voyage.',
    },
  },
]
