import syntheticBorderPosts from '../../../../../data/synthetic/border-posts.json' with { type: 'json' }
import type { CodeList } from '../code-list.ts'
import accompaniment from '../../../../../data/code-lists/accompaniment.json' with { type: 'json' }
import activityStatus from '../../../../../data/code-lists/activity-status.json' with { type: 'json' }
import ageGroups from '../../../../../data/code-lists/age-groups.json' with { type: 'json' }
import areaTypes from '../../../../../data/code-lists/area-types.json' with { type: 'json' }
import borderPosts from '../../../../../data/code-lists/border-posts.json' with { type: 'json' }
import confStatus from '../../../../../data/code-lists/conf-status.json' with { type: 'json' }
import countries from '../../../../../data/code-lists/countries.json' with { type: 'json' }
import crossingOrigins from '../../../../../data/code-lists/crossing-origins.json' with { type: 'json' }
import crossingProblems from '../../../../../data/code-lists/crossing-problems.json' with { type: 'json' }
import departments from '../../../../../data/code-lists/departments.json' with { type: 'json' }
import migrationCriteria from '../../../../../data/code-lists/migration-criteria.json' with { type: 'json' }
import residenceOutcomes from '../../../../../data/code-lists/residence-outcomes.json' with { type: 'json' }
import decisionTimes from '../../../../../data/code-lists/decision-times.json' with { type: 'json' }
import stayLengths from '../../../../../data/code-lists/stay-lengths.json' with { type: 'json' }
import permitEvents from '../../../../../data/code-lists/permit-events.json' with { type: 'json' }
import birthStatus from '../../../../../data/code-lists/birth-status.json' with { type: 'json' }
import citizenshipStatus from '../../../../../data/code-lists/citizenship-status.json' with { type: 'json' }
import residenceStates from '../../../../../data/code-lists/residence-states.json' with { type: 'json' }
import stayAuthorisations from '../../../../../data/code-lists/stay-authorisations.json' with { type: 'json' }
import gapStatus from '../../../../../data/code-lists/gap-status.json' with { type: 'json' }
import indicators from '../../../../../data/code-lists/indicators.json' with { type: 'json' }
import figureStatus from '../../../../../data/code-lists/figure-status.json' with { type: 'json' }
import direction from '../../../../../data/code-lists/direction.json' with { type: 'json' }
import displacedGroups from '../../../../../data/code-lists/displaced-groups.json' with { type: 'json' }
import displacementCauses from '../../../../../data/code-lists/displacement-causes.json' with { type: 'json' }
import displacementSettings from '../../../../../data/code-lists/displacement-settings.json' with { type: 'json' }
import documentTypes from '../../../../../data/code-lists/document-types.json' with { type: 'json' }
import duration from '../../../../../data/code-lists/duration.json' with { type: 'json' }
import educationLevels from '../../../../../data/code-lists/education-levels.json' with { type: 'json' }
import frequency from '../../../../../data/code-lists/frequency.json' with { type: 'json' }
import householdRelationships from '../../../../../data/code-lists/household-relationships.json' with { type: 'json' }
import incidentCauses from '../../../../../data/code-lists/incident-causes.json' with { type: 'json' }
import incidentRegions from '../../../../../data/code-lists/incident-regions.json' with { type: 'json' }
import incidentRoutes from '../../../../../data/code-lists/incident-routes.json' with { type: 'json' }
import incidentSourceQuality from '../../../../../data/code-lists/incident-source-quality.json' with { type: 'json' }
import maritalStatus from '../../../../../data/code-lists/marital-status.json' with { type: 'json' }
import measures from '../../../../../data/code-lists/measures.json' with { type: 'json' }
import migrationMotives from '../../../../../data/code-lists/migration-motives.json' with { type: 'json' }
import migratoryStatus from '../../../../../data/code-lists/migratory-status.json' with { type: 'json' }
import mode from '../../../../../data/code-lists/mode.json' with { type: 'json' }
import municipalities from '../../../../../data/code-lists/municipalities.json' with { type: 'json' }
import nzCitizenshipGroups from '../../../../../data/code-lists/nz-citizenship-groups.json' with { type: 'json' }
import nzRegions from '../../../../../data/code-lists/nz-regions.json' with { type: 'json' }
import obsStatus from '../../../../../data/code-lists/obs-status.json' with { type: 'json' }
import occupations from '../../../../../data/code-lists/occupations.json' with { type: 'json' }
import permitDecisions from '../../../../../data/code-lists/permit-decisions.json' with { type: 'json' }
import permitProcedures from '../../../../../data/code-lists/permit-procedures.json' with { type: 'json' }
import permitTypes from '../../../../../data/code-lists/permit-types.json' with { type: 'json' }
import purpose from '../../../../../data/code-lists/purpose.json' with { type: 'json' }
import referralServices from '../../../../../data/code-lists/referral-services.json' with { type: 'json' }
import regions from '../../../../../data/code-lists/regions.json' with { type: 'json' }
import residenceEndReasons from '../../../../../data/code-lists/residence-end-reasons.json' with { type: 'json' }
import replicateMethods from '../../../../../data/code-lists/replicate-methods.json' with { type: 'json' }
import returnMeans from '../../../../../data/code-lists/return-means.json' with { type: 'json' }
import returnNeeds from '../../../../../data/code-lists/return-needs.json' with { type: 'json' }
import returnTypes from '../../../../../data/code-lists/return-types.json' with { type: 'json' }
import sex from '../../../../../data/code-lists/sex.json' with { type: 'json' }
import surveyUnits from '../../../../../data/code-lists/survey-units.json' with { type: 'json' }
import units from '../../../../../data/code-lists/units.json' with { type: 'json' }

/**
 * The code lists that come with the platform, in the order of the documentation; last what the
 * synthetic region adds to them.
 */
export const builtInCodeLists: readonly CodeList[] = [
  countries,
  regions,
  sex,
  ageGroups,
  direction,
  mode,
  purpose,
  duration,
  documentTypes,
  borderPosts,
  crossingOrigins,
  crossingProblems,
  migrationCriteria,
  residenceOutcomes,
  birthStatus,
  citizenshipStatus,
  residenceStates,
  decisionTimes,
  stayLengths,
  figureStatus,
  indicators,
  gapStatus,
  stayAuthorisations,
  permitEvents,
  departments,
  municipalities,
  permitTypes,
  permitProcedures,
  permitDecisions,
  migratoryStatus,
  residenceEndReasons,
  returnTypes,
  returnMeans,
  accompaniment,
  migrationMotives,
  returnNeeds,
  referralServices,
  maritalStatus,
  educationLevels,
  occupations,
  activityStatus,
  areaTypes,
  householdRelationships,
  surveyUnits,
  replicateMethods,
  displacedGroups,
  displacementCauses,
  displacementSettings,
  measures,
  units,
  frequency,
  obsStatus,
  confStatus,
  nzRegions,
  nzCitizenshipGroups,
  incidentRegions,
  incidentRoutes,
  incidentCauses,
  incidentSourceQuality,
  syntheticBorderPosts,
] as readonly CodeList[]
