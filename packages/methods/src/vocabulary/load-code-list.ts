import type { CodeList } from './code-list.ts'

const loaders = {
  countries: () => import('../../../../data/code-lists/countries.json', { with: { type: 'json' } }),
  regions: () => import('../../../../data/code-lists/regions.json', { with: { type: 'json' } }),
  sex: () => import('../../../../data/code-lists/sex.json', { with: { type: 'json' } }),
  'age-groups': () =>
    import('../../../../data/code-lists/age-groups.json', { with: { type: 'json' } }),
  'crossing-origins': () =>
    import('../../../../data/code-lists/crossing-origins.json', { with: { type: 'json' } }),
  'crossing-problems': () =>
    import('../../../../data/code-lists/crossing-problems.json', { with: { type: 'json' } }),
  'residence-outcomes': () =>
    import('../../../../data/code-lists/residence-outcomes.json', { with: { type: 'json' } }),
  'migration-criteria': () =>
    import('../../../../data/code-lists/migration-criteria.json', { with: { type: 'json' } }),
  'decision-times': () =>
    import('../../../../data/code-lists/decision-times.json', { with: { type: 'json' } }),
  'stay-lengths': () =>
    import('../../../../data/code-lists/stay-lengths.json', { with: { type: 'json' } }),
  'permit-events': () =>
    import('../../../../data/code-lists/permit-events.json', { with: { type: 'json' } }),
  'birth-status': () =>
    import('../../../../data/code-lists/birth-status.json', { with: { type: 'json' } }),
  'citizenship-status': () =>
    import('../../../../data/code-lists/citizenship-status.json', { with: { type: 'json' } }),
  'residence-states': () =>
    import('../../../../data/code-lists/residence-states.json', { with: { type: 'json' } }),
  'stay-authorisations': () =>
    import('../../../../data/code-lists/stay-authorisations.json', { with: { type: 'json' } }),
  indicators: () =>
    import('../../../../data/code-lists/indicators.json', { with: { type: 'json' } }),
  'gap-status': () =>
    import('../../../../data/code-lists/gap-status.json', { with: { type: 'json' } }),
  'figure-status': () =>
    import('../../../../data/code-lists/figure-status.json', { with: { type: 'json' } }),
  direction: () => import('../../../../data/code-lists/direction.json', { with: { type: 'json' } }),
  mode: () => import('../../../../data/code-lists/mode.json', { with: { type: 'json' } }),
  purpose: () => import('../../../../data/code-lists/purpose.json', { with: { type: 'json' } }),
  duration: () => import('../../../../data/code-lists/duration.json', { with: { type: 'json' } }),
  'document-types': () =>
    import('../../../../data/code-lists/document-types.json', { with: { type: 'json' } }),
  'border-posts': () =>
    import('../../../../data/code-lists/border-posts.json', { with: { type: 'json' } }),
  measures: () => import('../../../../data/code-lists/measures.json', { with: { type: 'json' } }),
  units: () => import('../../../../data/code-lists/units.json', { with: { type: 'json' } }),
  frequency: () => import('../../../../data/code-lists/frequency.json', { with: { type: 'json' } }),
  'obs-status': () =>
    import('../../../../data/code-lists/obs-status.json', { with: { type: 'json' } }),
  'conf-status': () =>
    import('../../../../data/code-lists/conf-status.json', { with: { type: 'json' } }),
  'nz-regions': () =>
    import('../../../../data/code-lists/nz-regions.json', { with: { type: 'json' } }),
  'nz-citizenship-groups': () =>
    import('../../../../data/code-lists/nz-citizenship-groups.json', { with: { type: 'json' } }),
  'incident-regions': () =>
    import('../../../../data/code-lists/incident-regions.json', { with: { type: 'json' } }),
  'incident-routes': () =>
    import('../../../../data/code-lists/incident-routes.json', { with: { type: 'json' } }),
  'incident-causes': () =>
    import('../../../../data/code-lists/incident-causes.json', { with: { type: 'json' } }),
  'incident-source-quality': () =>
    import('../../../../data/code-lists/incident-source-quality.json', { with: { type: 'json' } }),
  departments: () =>
    import('../../../../data/code-lists/departments.json', { with: { type: 'json' } }),
  municipalities: () =>
    import('../../../../data/code-lists/municipalities.json', { with: { type: 'json' } }),
  accompaniment: () =>
    import('../../../../data/code-lists/accompaniment.json', { with: { type: 'json' } }),
  'activity-status': () =>
    import('../../../../data/code-lists/activity-status.json', { with: { type: 'json' } }),
  'area-types': () =>
    import('../../../../data/code-lists/area-types.json', { with: { type: 'json' } }),
  'displaced-groups': () =>
    import('../../../../data/code-lists/displaced-groups.json', { with: { type: 'json' } }),
  'displacement-causes': () =>
    import('../../../../data/code-lists/displacement-causes.json', { with: { type: 'json' } }),
  'displacement-settings': () =>
    import('../../../../data/code-lists/displacement-settings.json', { with: { type: 'json' } }),
  'education-levels': () =>
    import('../../../../data/code-lists/education-levels.json', { with: { type: 'json' } }),
  'household-relationships': () =>
    import('../../../../data/code-lists/household-relationships.json', { with: { type: 'json' } }),
  'marital-status': () =>
    import('../../../../data/code-lists/marital-status.json', { with: { type: 'json' } }),
  'migration-motives': () =>
    import('../../../../data/code-lists/migration-motives.json', { with: { type: 'json' } }),
  'migratory-status': () =>
    import('../../../../data/code-lists/migratory-status.json', { with: { type: 'json' } }),
  occupations: () =>
    import('../../../../data/code-lists/occupations.json', { with: { type: 'json' } }),
  'permit-decisions': () =>
    import('../../../../data/code-lists/permit-decisions.json', { with: { type: 'json' } }),
  'permit-procedures': () =>
    import('../../../../data/code-lists/permit-procedures.json', { with: { type: 'json' } }),
  'permit-types': () =>
    import('../../../../data/code-lists/permit-types.json', { with: { type: 'json' } }),
  'referral-services': () =>
    import('../../../../data/code-lists/referral-services.json', { with: { type: 'json' } }),
  'residence-end-reasons': () =>
    import('../../../../data/code-lists/residence-end-reasons.json', { with: { type: 'json' } }),
  'replicate-methods': () =>
    import('../../../../data/code-lists/replicate-methods.json', { with: { type: 'json' } }),
  'return-means': () =>
    import('../../../../data/code-lists/return-means.json', { with: { type: 'json' } }),
  'return-needs': () =>
    import('../../../../data/code-lists/return-needs.json', { with: { type: 'json' } }),
  'return-types': () =>
    import('../../../../data/code-lists/return-types.json', { with: { type: 'json' } }),
  'survey-units': () =>
    import('../../../../data/code-lists/survey-units.json', { with: { type: 'json' } }),
} as const satisfies Record<string, () => Promise<{ default: unknown }>>

/** Ids of the code lists that come with the platform. */
export type CodeListId = keyof typeof loaders

/**
 * A code list of the platform, read when asked for: in a browser each list is a file of its own,
 * so that a page carries only the words it shows. Where all lists are at hand, as on a server,
 * `getCodeList` of `@caudal/methods/vocabulary/code-lists` answers at once.
 */
export async function loadCodeList(id: CodeListId): Promise<CodeList> {
  const load: () => Promise<{ readonly default: unknown }> = loaders[id]
  return (await load()).default as CodeList
}
