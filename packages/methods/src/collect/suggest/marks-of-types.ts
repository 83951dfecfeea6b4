/**
 * What a file of each record type hardly goes without: of every group one field. Unlike the fields that
 * a record must have they say what a file is about: most types need a country and a day.
 */
export const marksOfTypes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  movement: [['crossed_on', 'crossed_at'], ['direction']],
  permit: [
    ['permit_type', 'procedure', 'decision'],
    ['decision', 'applied_on', 'decided_on', 'valid_to'],
  ],
  residence: [
    ['started_on'],
    ['ended_on', 'end_reason', 'migratory_status', 'register_number', 'previous_country'],
  ],
  return: [
    ['returned_on'],
    ['return_type', 'return_means', 'centre', 'accompaniment', 'referral', 'need'],
  ],
  incident: [
    ['occurred_on', 'year', 'month'],
    ['dead', 'missing', 'dead_and_missing', 'survivors'],
  ],
  displacement: [
    ['reported_on', 'round'],
    ['persons', 'households'],
  ],
  'survey-response': [
    ['weight', 'stratum', 'cluster', 'household', 'person_number'],
    ['interviewed_on', 'unit', 'relationship', 'activity', 'area_type', 'education'],
  ],
  observation: [['period'], ['value']],
}
