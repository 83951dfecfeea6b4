import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersOf, type Answers } from './testing-requests.ts'
import { openSdmxNode } from './testing-sdmx-routes.ts'

const specific = 'application/vnd.sdmx.structurespecificdata+xml;version=2.1'

let answers: Answers
let finish: () => Promise<void>

beforeAll(async () => {
  const opened = await openSdmxNode()
  answers = answersOf(opened.server)
  finish = opened.finish
})
afterAll(() => finish())

describe('version 1 answers', () => {
  test('every resource of structures, and says of those that are not offered that they are not', async () => {
    const wrong = await answers(
      '/sdmx/v1',
      `
    200 /structure  str:AgencyScheme | str:DataStructure  | str:ContentConstraint
    200 /structure/all/all/all
    200 /structure/CAUDAL?detail=allstubs  isExternalReference="true" | -<str:Code id
    200 /datastructure  id="MIGRATION"
    200 /metadatastructure  id="MSD_MIGRATION"
    200 /categoryscheme  id="TOPICS"
    200 /conceptscheme  id="CS_MIGRATION"
    200 /codelist  id="CL_SEX"
    200 /organisationscheme  str:AgencyScheme | str:DataProviderScheme
    200 /agencyscheme  id="AGENCIES"
    200 /dataproviderscheme  id="DATA_PROVIDERS" | {owner}
    200 /dataflow  id="UN_MIGRANT_STOCK"
    200 /metadataflow  id="MDF_MIGRATION"
    200 /provisionagreement  UN_MIGRANT_STOCK_{owner}
    200 /structureset  str:StructureSet | str:CodelistMap
    200 /categorisation  CAT_UN_MIGRANT_STOCK
    200 /contentconstraint  type="Actual" | type="Allowed"
    200 /actualconstraint  type="Actual" | -type="Allowed"
    200 /allowedconstraint  type="Allowed" | -type="Actual"
    501 /hierarchicalcodelist
    501 /hierarchicalcodelist/CAUDAL/HCL/1.0/ITEM
    501 /dataconsumerscheme
    501 /organisationunitscheme
    501 /reportingtaxonomy
    501 /process
    501 /attachmentconstraint
    501 /transformationscheme
    501 /rulesetscheme
    501 /userdefinedoperatorscheme
    501 /customtypescheme
    501 /namepersonalisationscheme
    501 /namealiasscheme
    400 /
    400 /codelists
    400 /Codelist
  `,
    )
    expect(wrong).toEqual([])
  })

  test('agencies, ids, versions and items, one or several, by name or by keyword', async () => {
    const wrong = await answers(
      '/sdmx/v1',
      `
    200 /codelist/CAUDAL  id="CL_SEX"
    200 /codelist/all/CL_SEX  id="CL_SEX" | -id="CL_AGE"
    200 /codelist/*/CL_SEX  id="CL_SEX"
    200 /codelist/CAUDAL+SDMX/CL_SEX+CL_AGE/latest  id="CL_SEX" | id="CL_AGE"
    200 /codelist/CAUDAL/CL_MEASURE/1.0.0
    200 /codelist/CAUDAL/CL_MEASURE/1.0
    200 /codelist/CAUDAL/CL_MEASURE/1.0.0+2.0.0
    200 /codelist/CAUDAL/CL_MEASURE/all/
    404 /codelist/CAUDAL/CL_MEASURE/9.9
    400 /codelist/CAUDAL/CL_MEASURE/newest
    404 /codelist/ECB
    200 /codelist/CAUDAL/CL_SEX/latest/F  isPartial="true" | id="F" | -id="M"
    200 /codelist/CAUDAL/CL_SEX/latest/F+M  id="F" | id="M" | -id="_T"
    200 /codelist/CAUDAL/CL_SEX/latest/all  -isPartial | id="_T"
    404 /codelist/CAUDAL/CL_SEX/latest/NONE
    200 /conceptscheme/CAUDAL/CS_MIGRATION/latest/SEX  isPartial="true" | -id="AGE"
    200 /agencyscheme/SDMX/AGENCIES/1.0/CAUDAL  isPartial="true"
    200 /dataproviderscheme/CAUDAL/DATA_PROVIDERS/1.0/{owner}  {owner}
    200 /categoryscheme/CAUDAL/TOPICS/latest/MIGRATION.STOCKS  id="STOCKS" | -"FLOWS"
    200 /organisationscheme/SDMX/AGENCIES/1.0/CAUDAL
    400 /dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0/ITEM
    400 /codelist/CAUDAL/CL_SEX/latest/F/G
    400 /codelist/CAU%20DAL
  `,
    )
    expect(wrong).toEqual([])
  })

  test('references, up, down and aside, and of one kind', async () => {
    const wrong = await answers(
      '/sdmx/v1/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0',
      `
    200 ?references=none  -<str:DataStructure id
    200 ?references=parents  <str:Categorisation  | <str:ProvisionAgreement  | -<str:DataStructure id
    200 ?references=parentsandsiblings  <str:CategoryScheme  | <str:DataProviderScheme  | -<str:Codelist id
    200 ?references=children  <str:DataStructure  | -<str:Codelist id
    200 ?references=descendants  <str:DataStructure  | <str:Codelist  | <str:ConceptScheme  | -<str:Categorisation id
    200 ?references=all  <str:Codelist  | <str:CategoryScheme  | <str:ContentConstraint id
    200 ?references=datastructure  <str:DataStructure  | -<str:ProvisionAgreement id
    200 ?references=contentconstraint  type="Actual" | type="Allowed"
    200 ?references=actualconstraint  type="Actual" | -type="Allowed"
    200 ?references=allowedconstraint  type="Allowed" | -type="Actual"
    200 ?references=categorisation  <str:Categorisation  | -<str:CategoryScheme id
    200 ?references=provisionagreement  <str:ProvisionAgreement id
    200 ?references=codelist  <str:Codelist  | -<str:DataStructure id | -<str:Categorisation id
    200 ?references=categoryscheme  -<str:CategoryScheme id
    200 ?references=conceptscheme&detail=referencepartial  <str:ConceptScheme  | isPartial="true" | -.PERMIT_TYPE"
    200 ?references=process  -<str:ProvisionAgreement id
    400 ?references=everything
    400 ?references=
  `,
    )
    expect(wrong).toEqual([])
  })

  test('references of what is left of a scheme, and of structure sets with their code lists', async () => {
    const wrong = await answers(
      '/sdmx/v1',
      `
    200 /categoryscheme/CAUDAL/TOPICS/latest/MIGRATION.STOCKS?references=categorisation  CAT_UN_MIGRANT_STOCK | -CAT_MISSING_MIGRANTS
    200 /categoryscheme/CAUDAL/TOPICS/latest?references=categorisation  CAT_UN_MIGRANT_STOCK | CAT_MISSING_MIGRANTS
    200 /datastructure/CAUDAL/MIGRATION?references=dataflow  id="UN_MIGRANT_STOCK" | -<str:Codelist id
    200 /codelist/CAUDAL/CL_ROUTE?references=dataflow  id="MISSING_MIGRANTS" | -<str:DataStructure id | -id="UN_MIGRANT_STOCK"
    200 /codelist/CAUDAL/CL_SEX?references=parents  <str:DataStructure  | <str:StructureSet id
    200 /structureset/CAUDAL/TO_OECD_MIG?references=children  <str:DataStructure  | id="CL_MEASURE"
    200 /metadataflow/CAUDAL/MDF_MIGRATION?references=descendants  CS_METADATA
  `,
    )
    expect(wrong).toEqual([])
  })

  test('the detail that is asked for', async () => {
    const wrong = await answers(
      '/sdmx/v1',
      `
    200 /codelist/CAUDAL/CL_SEX?detail=full  <str:Code id
    200 /codelist/CAUDAL/CL_SEX?detail=allstubs  -<str:Code  | -com:Annotation | structureURL=
    200 /codelist/CAUDAL/CL_SEX?detail=allcompletestubs  -<str:Code  | com:Description
    200 /datastructure/CAUDAL/MIGRATION?references=children&detail=referencestubs  <str:DimensionList | -<str:Code id
    200 /datastructure/CAUDAL/MIGRATION?references=children&detail=referencecompletestubs  <str:DimensionList | -<str:Code  | com:Annotation
    200 /datastructure/CAUDAL/INCIDENTS?references=children&detail=referencepartial  isPartial="true" | -.CITIZENSHIP"
    200 /dataflow/CAUDAL/UN_MIGRANT_STOCK?references=descendants&detail=referencepartial  CL_AREA( | -CL_AREA(2024.0.0).BRA"
    400 /codelist?detail=raw
    400 /codelist?details=full
    400 /codelist?detail=full&detail=allstubs
  `,
    )
    expect(wrong).toEqual([])
  })

  test('data by flow, key and provider', async () => {
    const wrong = await answers(
      '/sdmx/v1/data',
      `
    200 /UN_MIGRANT_STOCK  Dataflow=CAUDAL:UN_MIGRANT_STOCK(1.0.0):ObsLevelDim:TIME_PERIOD | <com:StructureUsage><Ref id="UN_MIGRANT_STOCK"
    200 /CAUDAL,UN_MIGRANT_STOCK
    200 /{flow}
    200 /{flow}/
    200 /{flow}/all/all
    200 /all,UN_MIGRANT_STOCK,latest
    200 /ALL,UN_MIGRANT_STOCK,LATEST/ALL
    200 /{flow}/{key}  COUNTERPART_AREA="SLV" | -"GTM"
    200 /{flow}/A.USA+CRI.MIGRANT_STOCK.SLV+NIC.......  "NIC" | "SLV" | -"GTM"
    200 /{flow}/..........
    403 /{flow}/A.USA
    400 /{flow}/A.USA.(.SLV.......
    404 /{flow}/A.ZZZ.........
    200 /{flow}/all/{owner}  <com:ProvisionAgrement><Ref id="UN_MIGRANT_STOCK_{owner}" | ProvisionAgreement=CAUDAL:UN_MIGRANT_STOCK_{owner}(1.0.0):ObsLevelDim
    200 /{flow}/all/CAUDAL,{owner}
    200 /{flow}/all/{owner}+OTHER
    404 /{flow}/all/ECB
    400 /{flow}/all/a,b,c
    400 /{flow}/all/{owner}/more
    404 /CAUDAL,UN_MIGRANT_STOCK,9.0
    404 /ECB,UN_MIGRANT_STOCK
    400 /a,b,c,d
    400 .
  `,
      specific,
    )
    expect(wrong).toEqual([])
  })

  test('data within a time, in a number, packaged and in the detail that is asked for', async () => {
    const wrong = await answers(
      '/sdmx/v1/data/{flow}/{key}',
      `
    200 ?startPeriod=2015  "2015" | -"2010"
    200 ?startPeriod=2015-01  "2015" | -"2010"
    200 ?endPeriod=2015  "2010" | -"2019"
    200 ?startPeriod=2011&endPeriod=2018  "2015" | -"2010" | -"2019"
    200 ?startPeriod=2015-A1&endPeriod=2015-A1  "2015" | -"2019"
    200 ?startPeriod=2015-01-01T00%3A00%3A00Z  "2015"
    404 ?startPeriod=2020
    403 ?startPeriod=2019&endPeriod=2010
    400 ?startPeriod=then
    400 ?startPeriod=2015-02-30
    200 ?firstNObservations=1  "2010" | -"2015"
    200 ?lastNObservations=1  "2019" | -"2015"
    200 ?firstNObservations=1&lastNObservations=1  "2010" | "2019" | -"2015"
    200 ?lastNObservations=1&endPeriod=2018  "2015" | -"2019" | -"2010"
    400 ?firstNObservations=0
    400 ?lastNObservations=-1
    400 ?firstNObservations=1.5
    200 ?detail=full  UNIT_MEASURE="PS" | OBS_STATUS="A" | DATA_SOURCE=
    200 ?detail=dataonly  OBS_VALUE= | -UNIT_MEASURE | -OBS_STATUS | -DATA_SOURCE=
    200 ?detail=serieskeysonly  <Series  | -<Obs | -UNIT_MEASURE
    200 ?detail=nodata  UNIT_MEASURE="PS" | -<Obs
    400 ?detail=some
    200 ?dimensionAtObservation=TIME_PERIOD  :ObsLevelDim:TIME_PERIOD | <Series 
    200 ?dimensionAtObservation=COUNTERPART_AREA  :ObsLevelDim:COUNTERPART_AREA | <Obs COUNTERPART_AREA=
    200 ?dimensionAtObservation=AllDimensions  :ObsLevelDim:AllDimensions | -<Series 
    403 ?dimensionAtObservation=COLOUR
    200 ?updatedAfter=2000-01-01  action="Replace"
    200 ?updatedAfter=2000-01-01T10%3A00%3A00%2B01%3A00  action="Replace"
    404 ?updatedAfter=2999-01-01
    400 ?updatedAfter=2015
    200 ?includeHistory=true  validFromDate=
    200 ?includeHistory=false  action="Information"
    400 ?includeHistory=perhaps
    400 ?offset=1
  `,
      specific,
    )
    expect(wrong).toEqual([])
  })

  test('what data there are', async () => {
    const wrong = await answers(
      '/sdmx/v1',
      `
    200 /availableconstraint/{flow}  type="Actual" | <com:Value>USA</com:Value>
    200 /availability/{flow}
    200 /availableconstraint/{flow}/{key}  SLV | -<com:Value>GTM</com:Value> | sdmx_metrics
    200 /availableconstraint/{flow}/{key}?mode=available  <com:Value>GTM</com:Value>
    200 /availableconstraint/{flow}/{key}?mode=exact  -<com:Value>GTM</com:Value>
    200 /availableconstraint/{flow}/all/all/REF_AREA  id="REF_AREA" | -id="SEX"
    200 /availableconstraint/{flow}/all/all/REF_AREA+SEX  id="REF_AREA" | id="SEX" | -id="AGE"
    200 /availableconstraint/{flow}/all/all/TIME_PERIOD  com:StartPeriod | -id="SEX"
    403 /availableconstraint/{flow}/all/all/COLOUR
    200 /availableconstraint/{flow}/all/{owner}
    404 /availableconstraint/{flow}/all/ECB
    200 /availableconstraint/{flow}/all?startPeriod=2019  >2019< | ->2010<
    200 /availableconstraint/{flow}/all?endPeriod=2010  >2010< | ->2019<
    404 /availableconstraint/{flow}/all?updatedAfter=2999-01-01
    200 /availableconstraint/{flow}/all?references=all  <str:Codelist  | <str:Dataflow  | <str:DataStructure  | <str:ConceptScheme  | <str:DataProviderScheme id
    200 /availableconstraint/{flow}/all?references=codelist  isPartial="true" | -<str:Dataflow id
    200 /availableconstraint/{flow}/all?references=none  -<str:Codelist id
    400 /availableconstraint/{flow}/all?references=process
    400 /availableconstraint/{flow}/all?mode=maybe
    400 /availableconstraint
  `,
    )
    expect(wrong).toEqual([])
  })

  test('schemas, and metadata by flow and provider', async () => {
    const wrong = await answers(
      '/sdmx/v1',
      `
    200 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0  Dataflow=CAUDAL:UN_MIGRANT_STOCK(1.0.0):ObsLevelDim:TIME_PERIOD | base="dsd:TimeSeriesDataSetType"
    200 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK
    200 /schema/datastructure/CAUDAL/MIGRATION/latest  DataStructure=CAUDAL:MIGRATION(1.0.0):ObsLevelDim
    200 /schema/provisionagreement/CAUDAL/UN_MIGRANT_STOCK_{owner}/1.0.0  ProvisionAgreement=CAUDAL:
    200 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0?dimensionAtObservation=SEX  :ObsLevelDim:SEX | base="dsd:DataSetType"
    200 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0?dimensionAtObservation=AllDimensions  -SeriesType
    200 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0?explicitMeasure=true
    400 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0?explicitMeasure=perhaps
    403 /schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0?dimensionAtObservation=COLOUR
    501 /schema/metadataflow/CAUDAL/MDF_MIGRATION/1.0.0
    501 /schema/metadatastructure/CAUDAL/MSD_MIGRATION/1.0.0
    400 /schema/codelist/CAUDAL/CL_SEX
    400 /schema/dataflow/CAUDAL
    404 /schema/dataflow/CAUDAL/NONE
    200 /metadata/MDF_MIGRATION  mes:GenericMetadata | md:ReportedAttribute id="DEFINITION"
    200 /metadata/CAUDAL,MDF_MIGRATION,1.0.0/all/CAUDAL  setID="MD_UN_MIGRANT_STOCK"
    404 /metadata/MDF_MIGRATION/all/ECB
    404 /metadata/NO_FLOW
    501 /metadata/MDF_MIGRATION/A.B
    400 /metadata
  `,
    )
    expect(wrong).toEqual([])
  })
})
