import type { LinkSettings } from './link-settings.ts'

/** Settings for four layouts in which files of persons commonly come, by layout. */
export const settingsExamples: Readonly<Record<string, LinkSettings>> = {
  register: {
    id: 'rec_id',
    blocking: [
      ['soc_sec_id'],
      [{ column: 'surname', by: 'sound' }, 'date_of_birth'],
      [{ column: 'given_name', by: 'sound' }, 'date_of_birth'],
      [{ column: 'given_name', by: 'names', with: 'surname' }],
      [
        { column: 'address', by: 'start-4' },
        { column: 'given_name', by: 'start-3' },
      ],
    ],
    comparisons: [
      {
        column: 'given_name',
        as: 'given-name',
        levels: [
          'exact',
          { swappedWith: 'surname' },
          'same-sound',
          { jaroWinkler: 0.92 },
          { jaroWinkler: 0.88 },
        ],
        termFrequency: true,
      },
      { column: 'surname', as: 'family-name' },
      { column: 'date_of_birth', as: 'date' },
      { column: 'address', as: 'address' },
      {
        column: 'soc_sec_id',
        as: 'document',
        levels: ['exact', { damerauLevenshtein: 1 }, { damerauLevenshtein: 2 }],
      },
    ],
    prior: {
      deterministic: [
        ['soc_sec_id', 'date_of_birth'],
        ['given_name', 'surname', 'date_of_birth'],
      ],
      recall: 0.7,
    },
    thresholds: { accept: 0.9, review: 0.2 },
  },
  contacts: {
    id: 'unique_id',
    blocking: [
      ['email'],
      ['dob'],
      [
        { column: 'first_name', by: 'sound' },
        { column: 'surname', by: 'sound' },
      ],
      [{ column: 'first_name', by: 'start-3' }, 'city'],
    ],
    comparisons: [
      { column: 'first_name', as: 'given-name' },
      { column: 'surname', as: 'family-name' },
      {
        column: 'dob',
        as: 'date',
        levels: ['exact', 'day-month-swapped', { damerauLevenshtein: 1 }, 'same-year'],
      },
      { column: 'city', as: 'place' },
      { column: 'email', as: 'email' },
    ],
  },
  biographies: {
    id: 'id',
    blocking: [
      [{ column: 'full_name', by: 'words' }],
      [{ column: 'full_name', by: 'last-word' }, 'birth_place'],
      [{ column: 'full_name', by: 'first-word' }, 'postcode'],
    ],
    comparisons: [
      { column: 'full_name', as: 'full-name' },
      { column: 'birth_place', as: 'place' },
      { column: 'occupation', as: 'category' },
      { column: 'postcode', as: 'postcode' },
    ],
    maxClusterSize: 100,
  },
  documentos: {
    id: 'id',
    linkType: 'link-and-dedupe',
    blocking: [
      ['numero_documento'],
      [{ column: 'apellido_paterno', by: 'sound' }, 'fecha_nacimiento'],
      [{ column: 'nombres', by: 'names', with: 'apellido_paterno' }],
      [
        { column: 'apellido_paterno', by: 'sound' },
        { column: 'apellido_materno', by: 'sound' },
        { column: 'fecha_nacimiento', by: 'year' },
      ],
    ],
    comparisons: [
      { column: 'nombres', as: 'given-name' },
      { column: 'apellido_paterno', as: 'family-name' },
      { column: 'apellido_materno', as: 'second-family-name' },
      { column: 'fecha_nacimiento', as: 'date' },
      { column: 'numero_documento', as: 'document' },
    ],
    em: {
      rules: [
        ['numero_documento'],
        [{ column: 'apellido_paterno', by: 'sound' }, 'fecha_nacimiento'],
      ],
      maxIterations: 200,
      tolerance: 0.00001,
    },
  },
}
