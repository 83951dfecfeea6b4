import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersOf, type Answers } from './testing-requests.ts'
import { openSdmxNode } from './testing-sdmx-routes.ts'

let answers: Answers
let finish: () => Promise<void>

beforeAll(async () => {
  const opened = await openSdmxNode()
  answers = answersOf(opened.server)
  finish = opened.finish
})
afterAll(() => finish())

describe('version 2 answers', () => {
  test('every type of structures, and says of those that are not offered that they are not', async () => {
    const wrong = await answers(
      '/sdmx/v2/structure',
      `
    200 .  "codelists"
    200 /*/*/*/*  "codelists" | "structureMaps"
    200 /all/CAUDAL?detail=allstubs  "isExternalReference":true
    200 /datastructure  "dataStructures"
    200 /metadatastructure  "metadataStructures"
    200 /categoryscheme  "categorySchemes"
    200 /conceptscheme  "conceptSchemes"
    200 /codelist  "codelists"
    200 /agencyscheme  "agencySchemes"
    200 /dataproviderscheme  "dataProviderSchemes"
    200 /metadataproviderscheme  "metadataProviderSchemes"
    200 /dataflow  "dataflows"
    200 /metadataflow  "metadataflows"
    200 /provisionagreement  "provisionAgreements"
    200 /structuremap  "structureMaps"
    200 /representationmap  "representationMaps"
    200 /categorisation  "categorisations"
    200 /dataconstraint  "dataConstraints"
    501 /hierarchy
    501 /hierarchyassociation
    501 /valuelist
    501 /dataconsumerscheme
    501 /organisationunitscheme
    501 /reportingtaxonomy
    501 /metadataprovisionagreement
    501 /conceptschememap
    501 /categoryschememap
    501 /organisationschememap
    501 /reportingtaxonomymap
    501 /process
    501 /metadataconstraint
    501 /transformationscheme
    501 /rulesetscheme
    501 /userdefinedoperatorscheme
    501 /customtypescheme
    501 /namepersonalisationscheme
    501 /vtlmappingscheme
    400 /codelists
  `,
    )
    expect(wrong).toEqual([])
  })

  test('agencies, ids, versions of every form, items, references and details', async () => {
    const wrong = await answers(
      '/sdmx/v2/structure',
      `
    200 /codelist/CAUDAL,SDMX/CL_SEX,CL_AGE/~  CL_SEX | CL_AGE
    200 /codelist/*/CL_MEASURE/+
    200 /codelist/CAUDAL/CL_MEASURE/1.0.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/+.0.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1+.0.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1.+.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1.0.+  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1.0+.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1.0.0+  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/~.0.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1.~.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1.0.0~  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/*  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/*.0.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1.*.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1.0.0*  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/2.0.0,1.0.0  "CL_MEASURE"
    200 /codelist/CAUDAL/CL_MEASURE/1~.0.0,1.0.0+  "CL_MEASURE"
    204 /codelist/CAUDAL/CL_MEASURE/2+.0.0
    204 /codelist/CAUDAL/CL_MEASURE/1.1*.0
    204 /codelist/CAUDAL/CL_MEASURE/~.0
    400 /codelist/CAUDAL/CL_MEASURE/1+.0+
    400 /codelist/CAUDAL/CL_MEASURE/new
    200 /codelist/CAUDAL/CL_SEX/~/F,M  "isPartial":true
    200 /codelist/CAUDAL/CL_SEX/~/*
    204 /codelist/ECB
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/~?references=ancestors  "categorisations"
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/~?references=datastructure,dataconstraint  "dataStructures" | "dataConstraints" | -"categorisations"
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/~?references=children  "dataStructures" | "agencySchemes"
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/~?references=valuelist  -"dataStructures"
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/~?references=everything
    200 /codelist/CAUDAL/CL_SEX?detail=raw  "codes"
    200 /datastructure/CAUDAL/INCIDENTS?detail=partialraw&references=children  "isPartial":true
    200 /codelist/CAUDAL/CL_SEX?detail=allcompletestubs  "description" | -"codes"
    400 /codelist?detail=half
  `,
    )
    expect(wrong).toEqual([])
  })

  test('data by context, key, conditions, changes and order', async () => {
    const wrong = await answers(
      '/sdmx/v2/data',
      `
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0/A.USA.*.SLV  1400000
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/A.USA.*.SLV,A.CRI  300007
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/*/*
    200 /*/CAUDAL/UN_MIGRANT_STOCK
    200 /datastructure/CAUDAL/INCIDENTS
    200 /provisionagreement/CAUDAL/UN_MIGRANT_STOCK_{owner}/~
    501 .
    400 /codelist/CAUDAL/CL_SEX
    404 /dataflow/CAUDAL/NONE
    404 /dataflow/CAUDAL/UN_MIGRANT_STOCK/9.0.0
    204 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/A.ZZZ
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/A..SLV
    422 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/A.*.*.*.*.*.*.*.*.*.*.*.*
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*/more
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[REF_AREA]=USA,CRI
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[REF_AREA]=ne:USA
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[TIME_PERIOD]=ge:2015+le:2019
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[OBS_VALUE]=ge:1.5
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[OBS_STATUS]=A
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[COUNTERPART_AREA]=sw:SL
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[COUNTERPART_AREA]=co:L+ew:V
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[COUNTERPART_AREA]=nc:L
    204 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[REF_AREA]=ZZZ
    422 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[COLOUR]=red
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[REF_AREA]=xx:USA
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[REF_AREA]=
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[REF_AREA]=USA&c[REF_AREA]=CRI
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?updatedAfter=2000-01-01T00:00:00Z
    204 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?updatedAfter=2999-01-01T00:00:00Z
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?asOf=2999-01-01T00:00:00Z
    204 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?asOf=2000-01-01T00:00:00Z
    422 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?updatedAfter=2020-01-01&asOf=2019-01-01
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?includeHistory=true
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?firstNObservations=1
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?lastNObservations=1
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=none
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=dsd
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=all
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=msd
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=dataset
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=series,obs
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=OBS_STATUS,UNIT_MEASURE
    422 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=COLOUR
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?measures=all
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?measures=none
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?measures=OBS_VALUE
    422 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?measures=COLOUR
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?attributes=none&measures=none
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?dimensionAtObservation=AllDimensions
    422 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?dimensionAtObservation=COLOUR
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?offset=1&limit=2
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?offset=-1
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?limit=0
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?sort=TIME_PERIOD:desc
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?sort=series_key+TIME_PERIOD:desc
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?sort=*
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?sort=*:upward
    422 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?sort=COLOUR
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?reportingYearStartDay=--01-01
    501 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?reportingYearStartDay=--07-01
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?reportingYearStartDay=July
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?startPeriod=2010
  `,
    )
    expect(wrong).toEqual([])
  })

  test('what data there are, schemas, metadata, and what belongs to registries', async () => {
    const wrong = await answers(
      '/sdmx/v2',
      `
    200 /availability/dataflow/CAUDAL/UN_MIGRANT_STOCK  "availabilityConstraints"
    200 /availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/A.USA/REF_AREA,SEX
    200 /availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?mode=available&references=all
    200 /availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?references=codelist,valuelist  "codelists"
    200 /availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[SEX]=_T
    204 /availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c[SEX]=X
    422 /availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*/COLOUR
    501 /availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?reportingYearStartDay=--07-01
    404 /availability/dataflow/CAUDAL/NONE
    200 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/+  "dataStructures" | "agencySchemes"
    200 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK?format=schema  <xs:schema
    200 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/+?deletion=false
    501 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/+?deletion=true
    501 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/+?asOf=2020-01-01
    501 /schema/metadataflow/CAUDAL/MDF_MIGRATION/+
    400 /schema/dataflow/CAUDAL
    200 /metadata/metadataset/*/*/*  "metadataSets"
    200 /metadata/metadataset/CAUDAL/MD_UN_MIGRANT_STOCK/1.0.0
    200 /metadata/metadataset/CAUDAL/MD_UN_MIGRANT_STOCK/1+.0.0?detail=allstubs
    204 /metadata/metadataset/CAUDAL/MD_UN_MIGRANT_STOCK/2.0.0
    204 /metadata/metadataset/ECB
    200 /metadata/metadataflow/CAUDAL/MDF_MIGRATION/+/CAUDAL
    200 /metadata/metadataflow/*/MDF_MIGRATION/*/CAUDAL,CAUDAL+ECB
    204 /metadata/metadataflow/ECB/MDF_MIGRATION
    200 /metadata/structure/dataflow/CAUDAL/UN_MIGRANT_STOCK
    204 /metadata/structure/codelist
    400 /metadata/dataflow
    400 /metadata/metadataset?detail=some
    501 /registration/id/x
    501 /registration/dataflow/CAUDAL/UN_MIGRANT_STOCK
    501 /subscription
    400 /
  `,
    )
    expect(wrong).toEqual([])
  })
})
