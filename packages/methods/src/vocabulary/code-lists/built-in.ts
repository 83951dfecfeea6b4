import syntheticBorderPosts from '../../../../../data/synthetic/border-posts.json' with { type: 'json' }
import type { CodeList } from '../code-list.ts'
import ageGroups from '../../../../../data/code-lists/age-groups.json' with { type: 'json' }
import borderPosts from '../../../../../data/code-lists/border-posts.json' with { type: 'json' }
import countries from '../../../../../data/code-lists/countries.json' with { type: 'json' }
import direction from '../../../../../data/code-lists/direction.json' with { type: 'json' }
import documentTypes from '../../../../../data/code-lists/document-types.json' with { type: 'json' }
import duration from '../../../../../data/code-lists/duration.json' with { type: 'json' }
import frequency from '../../../../../data/code-lists/frequency.json' with { type: 'json' }
import incidentCauses from '../../../../../data/code-lists/incident-causes.json' with { type: 'json' }
import incidentRegions from '../../../../../data/code-lists/incident-regions.json' with { type: 'json' }
import incidentRoutes from '../../../../../data/code-lists/incident-routes.json' with { type: 'json' }
import incidentSourceQuality from '../../../../../data/code-lists/incident-source-quality.json' with { type: 'json' }
import measures from '../../../../../data/code-lists/measures.json' with { type: 'json' }
import mode from '../../../../../data/code-lists/mode.json' with { type: 'json' }
import nzCitizenshipGroups from '../../../../../data/code-lists/nz-citizenship-groups.json' with { type: 'json' }
import nzRegions from '../../../../../data/code-lists/nz-regions.json' with { type: 'json' }
import obsStatus from '../../../../../data/code-lists/obs-status.json' with { type: 'json' }
import purpose from '../../../../../data/code-lists/purpose.json' with { type: 'json' }
import regions from '../../../../../data/code-lists/regions.json' with { type: 'json' }
import sex from '../../../../../data/code-lists/sex.json' with { type: 'json' }
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
  measures,
  units,
  frequency,
  obsStatus,
  nzRegions,
  nzCitizenshipGroups,
  incidentRegions,
  incidentRoutes,
  incidentCauses,
  incidentSourceQuality,
  syntheticBorderPosts,
] as readonly CodeList[]
