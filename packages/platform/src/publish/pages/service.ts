import { createHash } from 'node:crypto'
import { findCode, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import program from '../../../package.json' with { type: 'json' }
import {
  releasePageWords,
  renderCountries,
  renderCountry,
  renderGlossary,
  renderGoals,
  renderMunicipalities,
  renderMunicipality,
  renderPrintedSheet,
  renderSheet,
  drawSheet,
  renderHome,
  renderNotFound,
  renderOffline,
  renderCapacities,
  renderCapacity,
  renderCourse,
  renderCourses,
  renderReleasesPage,
  renderTheme,
  renderThemes,
  type ArchiveFilter,
  type SiteFrame,
} from '../../../../portal/src/release/index.ts'
import { readGaps } from '../../measure/comparisons.ts'
import { nodeCodeLists, type CaudalNode } from '../../store/index.ts'
import type { ComingRelease } from '../calendar/planned-releases.ts'
import { createReleaseCalendar } from '../calendar/service.ts'
import { AnswerCache } from '../answer-cache.ts'
import { findChromium } from '../release/print-pdf.ts'
import type { Release } from '../release/release-state.ts'
import { publicAssessments } from '../capacity/service.ts'
import { readCoursePage, listCourseEntries } from '../learn/course-pages.ts'
import { createPublishService, type PublishService } from '../service.ts'
import { capacityCountries } from './capacity.ts'
import { readCountry } from './country.ts'
import { listCountryEntries } from './countries.ts'
import { readGoals } from './goals.ts'
import { readHome } from './home.ts'
import { readMirrorOf } from './mirror.ts'
import { readMunicipalities, readMunicipality } from './municipalities.ts'
import { printPage } from './print-page.ts'
import { readReturnsSheet } from './returns-sheet.ts'
import { anybody, readPageCubes, type PageCubes } from './page-cubes.ts'
import { defaultSettings, readPortalSettings, type PortalSettings } from './portal-settings.ts'
import { listThemes, parseTheme, readThemeText } from './theme-text.ts'
import { readTheme, type Warn } from './themes.ts'
import { readReleases } from './release-archive.ts'
import { releaseEntries } from './release-entries.ts'
import { releaseFeed } from './release-feed.ts'
import { followSiteFiles, type SiteFiles } from './site-files.ts'

/** A page of the site, whole. */
export interface BakedPage {
  readonly tag: string
  readonly html: string
}

/** What a page is made from. */
interface PageMatter {
  readonly cubes: PageCubes
  readonly frame: SiteFrame
  readonly files: SiteFiles
  readonly settings: PortalSettings
  readonly releases: readonly Release[]
  readonly coming: readonly ComingRelease[]
}

export interface SitePages {
  home(language: Language): Promise<BakedPage>
  countries(language: Language): Promise<BakedPage>
  /** Codes of the countries that the node has records of: those whose profiles are read. */
  recorded(): Promise<string[]>
  /** What stands where there is no page. */
  nothing(language: Language): Promise<BakedPage>
  /** What a browser shows without a connection for a page that it has not kept. */
  offline(language: Language): Promise<BakedPage>
  themes(language: Language): Promise<BakedPage>
  /** @returns undefined where there is no such theme */
  theme(id: string, language: Language): Promise<BakedPage | undefined>
  /** How countries see the capacity of their data, as far as they have published it. */
  capacities(language: Language): Promise<BakedPage>
  /** @returns undefined where a country has published nothing */
  capacity(code: string, language: Language): Promise<BakedPage | undefined>
  courses(language: Language): Promise<BakedPage>
  /** @returns undefined where the portal has not been built */
  glossary(language: Language): Promise<BakedPage | undefined>
  /** @returns undefined where there is no such course */
  course(id: string, language: Language): Promise<BakedPage | undefined>
  goals(language: Language): Promise<BakedPage>
  /** The release calendar, and the part of the archive that is asked for. */
  releases(asked: ArchiveFilter & { readonly page: number }, language: Language): Promise<BakedPage>
  /** The releases of a country or of all as an Atom feed; undefined where there is no such country. */
  feed(origin: string, language: Language, country?: string): Promise<string | undefined>
  /** @returns undefined where there is no such country */
  country(code: string, language: Language): Promise<BakedPage | undefined>
  municipalities(code: string, language: Language): Promise<BakedPage | undefined>
  /** @returns undefined where the country has no such municipality */
  municipality(
    code: string,
    municipality: string,
    language: Language,
  ): Promise<BakedPage | undefined>
  /** The sheet of a month, as a page or as a picture; undefined where there are no public returns of it. */
  sheet(
    code: string,
    month: string,
    format: 'html' | 'svg',
    language: Language,
  ): Promise<BakedPage | undefined>
  /** The same as PDF; undefined where nothing on this machine prints, too. */
  sheetPdf(code: string, month: string, language: Language): Promise<Buffer | undefined>
}

export interface SitePagesOptions {
  /** Folder of the built portal. */
  readonly portal: string
  /** Told what is wrong with the files of the node's own content; its pages are served all the same. */
  readonly warn?: Warn
  readonly service?: PublishService
  /** The browser that makes PDF; that of this machine where nothing is said. */
  readonly printer?: string | undefined
}

/** Characters of pages that are kept ready. */
const keptCharacters = 20_000_000
/** Sheets in PDF that are kept ready. */
const keptPdfs = 50

/**
 * The pages of the site that need no script, made from what everybody may read: public cubes and
 * releases that are out. A page is made once and kept until something it is made from changes.
 */
export function createSitePages(
  node: CaudalNode,
  {
    portal,
    warn = () => {},
    service = createPublishService(node),
    printer = findChromium(),
  }: SitePagesOptions,
): SitePages {
  const calendar = createReleaseCalendar(node)
  const kept = new AnswerCache<string>(keptCharacters, (html) => html.length)
  const printed = new Map<string, Promise<Buffer>>()
  const readFiles = followSiteFiles(portal)

  const settingsOf = async (): Promise<PortalSettings> => {
    try {
      return await readPortalSettings(node.folder.content)
    } catch (error) {
      warn((error as Error).message)
      return defaultSettings
    }
  }

  const bake = async (
    path: string,
    language: Language,
    render: (matter: PageMatter) => Promise<string>,
    text = '',
  ): Promise<BakedPage> => {
    const [list, { out, coming }, settings, own] = await Promise.all([
      service.listCubes(anybody, language),
      calendar.readPublic(),
      settingsOf(),
      readFiles(),
    ])
    const states = out.map(({ id, state }) => `${id} ${state}`)
    const tag = createHash('sha256')
      .update(
        [
          program.version,
          text,
          path,
          language,
          list.tag,
          own.script,
          ...own.styles,
          ...states,
        ].join('\n'),
      )
      .update(JSON.stringify(settings))
      .digest('hex')
      .slice(0, 24)
    const html = await kept.get(tag, async () => {
      const frame: SiteFrame = {
        language,
        words: await releasePageWords(language),
        styles: own.styles,
        script: own.script,
      }
      const cubes = await readPageCubes(service, language)
      return render({ cubes, frame, files: own, settings, releases: out, coming })
    })
    return { tag, html }
  }

  /** A page that may turn out not to be one. */
  const bakeWhere = async (
    path: string,
    language: Language,
    render: (matter: PageMatter) => Promise<string | undefined>,
  ): Promise<BakedPage | undefined> => {
    const page = await bake(path, language, async (matter) => (await render(matter)) ?? '')
    return page.html === '' ? undefined : page
  }

  const sheet: SitePages['sheet'] = async (code, month, format, language) => {
    if (!isCountry(code)) return undefined
    const path = `/countries/${code}/returns/${month}.${format}`
    return bakeWhere(path, language, async ({ cubes, frame }) => {
      const found = await readReturnsSheet(cubes, code, month)
      if (found === undefined) return undefined
      return format === 'svg'
        ? drawSheet(found, language)
        : renderSheet(found, printer !== undefined, frame)
    })
  }

  return {
    home: (language) =>
      bake('', language, async ({ cubes, frame, files: own, settings, releases }) => {
        const entries = releaseEntries(releases, language).slice(0, 6)
        return renderHome(
          await readHome(cubes, settings.countries, entries, own, frame.words),
          frame,
        )
      }),
    nothing: (language) =>
      bake(
        '/countries',
        language,
        async ({ frame }) => renderNotFound('/countries', frame),
        'nothing',
      ),
    offline: (language) => bake('/offline', language, async ({ frame }) => renderOffline(frame)),
    countries: (language) =>
      bake('/countries', language, async ({ cubes, frame, settings }) => {
        const { own, others } = await listCountryEntries(cubes, settings.countries)
        return renderCountries(own, others, isSynthetic(cubes), frame)
      }),
    async recorded() {
      const [cubes, { countries }] = await Promise.all([readPageCubes(service, 'es'), settingsOf()])
      const { own, others } = await listCountryEntries(cubes, countries)
      return [...own, ...others]
        .filter(({ datasets }) => datasets.length > 0)
        .map(({ code }) => code)
    },
    async themes(language) {
      const themes = await listThemes(node.folder.content, language)
      const made = JSON.stringify(themes)
      return bake('/themes', language, async ({ frame }) => renderThemes(themes, frame), made)
    },
    async theme(id, language) {
      const read = await readThemeText(node.folder.content, id, language)
      if (read === undefined) return undefined
      const theme = parseTheme(read.text)
      const render = async ({ cubes, frame }: PageMatter) =>
        renderTheme(await readTheme(id, theme, read.path, cubes, warn), frame)
      return bake(`/themes/${id}`, language, render, read.text)
    },
    async capacities(language) {
      const countries = capacityCountries(await publicAssessments(node), language)
      const render = async ({ frame }: PageMatter) => renderCapacities(countries, frame)
      return bake('/capacity', language, render, JSON.stringify(countries))
    },
    async capacity(code, language) {
      if (!isCountry(code)) return undefined
      const [country] = capacityCountries(await publicAssessments(node, code), language)
      if (country === undefined) return undefined
      const render = async ({ frame }: PageMatter) => renderCapacity(country, frame)
      return bake(`/capacity/${code}`, language, render, JSON.stringify(country))
    },
    async glossary(language) {
      const { glossary } = await readFiles()
      if (glossary === undefined) return undefined
      const render = async ({ frame }: PageMatter) => renderGlossary(glossary, frame)
      return bake('/glossary', language, render, JSON.stringify(glossary))
    },
    async courses(language) {
      const courses = await listCourseEntries(node.folder.content, language)
      const render = async ({ frame }: PageMatter) => renderCourses(courses, frame)
      return bake('/learn', language, render, JSON.stringify(courses))
    },
    async course(id, language) {
      const course = await readCoursePage(node.folder.content, id, language)
      if (course === undefined) return undefined
      const render = async ({ frame }: PageMatter) => renderCourse(course, frame)
      return bake(`/learn/${id}`, language, render, JSON.stringify(course))
    },
    goals: (language) =>
      bake('/goals', language, async ({ cubes, frame, settings }) =>
        renderGoals(
          await readGoals(cubes, settings.countries, await readGaps(node, language)),
          frame,
        ),
      ),
    async releases(asked, language) {
      const [themes, { coming: next }] = await Promise.all([
        listThemes(node.folder.content, language),
        calendar.readPublic(),
      ])
      const render = async ({ cubes, frame, releases: out, coming }: PageMatter) => {
        const synthetic = isSynthetic(cubes) && out.length > 0
        return renderReleasesPage(
          readReleases({ out, coming, themes, synthetic }, asked, language),
          frame,
        )
      }
      return bake('/releases', language, render, JSON.stringify([asked, themes, next]))
    },
    async feed(origin, language, country) {
      if (country !== undefined && !isCountry(country)) return undefined
      const { out } = await calendar.readPublic()
      const themes = await listThemes(node.folder.content, language)
      return releaseFeed(out, themes, origin, language, country)
    },
    async municipalities(code, language) {
      if (!isCountry(code)) return undefined
      return bake(`/countries/${code}/municipalities`, language, async ({ cubes, frame }) =>
        renderMunicipalities(
          await readMunicipalities(cubes, code, await nodeCodeLists(node)),
          frame,
        ),
      )
    },
    async municipality(code, municipality, language) {
      if (!isCountry(code)) return undefined
      return bakeWhere(
        `/countries/${code}/municipalities/${municipality}`,
        language,
        async ({ cubes, frame }) => {
          const found = await readMunicipality(cubes, code, municipality, await nodeCodeLists(node))
          return found && renderMunicipality(found, frame)
        },
      )
    },
    sheet,
    async sheetPdf(code, month, language) {
      if (printer === undefined) return undefined
      const found = await sheet(code, month, 'svg', language)
      if (found === undefined) return undefined
      const known = printed.get(found.tag)
      if (known !== undefined) return known
      const pdf = printPage(printer, renderPrintedSheet(found.html, `${code} ${month}`, language))
      if (printed.size >= keptPdfs) printed.delete(printed.keys().next().value!)
      printed.set(found.tag, pdf)
      pdf.catch(() => printed.delete(found.tag))
      return pdf
    },
    async country(code, language) {
      if (!isCountry(code)) return undefined
      return bake(`/countries/${code}`, language, async ({ cubes, frame, releases }) => {
        const entries = releaseEntries(releases, language, code)
        const year = cubes.find('movements')?.lastYear
        const mirror =
          year === undefined ? undefined : await readMirrorOf(service.figures, code, year, language)
        const lists = await nodeCodeLists(node)
        const country = await readCountry(cubes, code, entries, mirror, frame.words, lists)
        return renderCountry(country, frame)
      })
    },
  }
}

/** Codes without a region are nationalities of travel documents, not countries. */
function isCountry(code: string): boolean {
  const known = findCode(getCodeList('countries'), code)
  return known?.code === code && known.parent !== undefined
}

const isSynthetic = ({ all }: PageCubes): boolean => all.some(({ answer }) => answer.synthetic)
