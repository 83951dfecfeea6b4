import { compareVersions, meetsVersion } from '../information-model/semantic-version.ts'
import { sdmxRefusals } from '../refusals.ts'
import { offersByVersion, type Representation } from './offers.ts'
import type { SdmxRequest } from './sdmx-request.ts'

/** What was agreed on, with the parameters that the media type carried. */
export interface Negotiated {
  readonly representation: Representation
  /** The version in the letters that the reader uses: `1.0.0` is `1.0`. */
  readonly version: string
  readonly parameters: Readonly<Record<string, string>>
}

/** The whole media type of a representation, as it stands in Content-Type; never with a charset. */
export function contentType({ representation, version, parameters }: Negotiated): string {
  const said = Object.entries(parameters).map(([name, value]) => `;${name}=${value}`)
  return `${representation.type};version=${version}${said.join('')}`
}

interface AcceptRange {
  readonly type: string
  readonly quality: number
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Which representation a reader gets: by the short name in the address and, where it stands beside it,
 * the version (`formatVersion`); else by the Accept header, whose version may be a range (`2.0.0+`).
 *
 * @throws Refusal `sdmx.format-not-offered`
 * @see RFC 9110, section 12.5.1; SDMX REST 2.2, "HTTP Content-Negotiation" and "Extending the SDMX REST
 *   API"
 */
export function negotiate(
  restVersion: 1 | 2,
  asks: SdmxRequest['asks'],
  format: string | undefined,
  formatVersion: string | undefined,
  accept: string | undefined,
): Negotiated {
  const offers = offersByVersion[restVersion][asks]
  const refuse = (asked: string) =>
    sdmxRefusals.refuse('format-not-offered', {
      asked: asked.slice(0, 120),
      offered: offers.map(({ type, version }) => `${type};version=${version}`).join(', '),
    })
  if (format !== undefined) {
    const wanted = format.toLowerCase()
    const found = offers.find(
      (offer) =>
        (offer.names.includes(wanted) || offer.type === wanted.split(';')[0]) &&
        isVersion(offer, formatVersion),
    )
    if (!found) throw refuse(formatVersion === undefined ? format : `${format} ${formatVersion}`)
    return { representation: found, version: versionFor(found, formatVersion), parameters: {} }
  }
  const ranges = readAccept(accept)
  const refused = ranges.filter(({ quality }) => quality === 0)
  const wanted = ranges.filter(({ quality }) => quality > 0)
  for (const range of wanted) {
    // What is refused by its own name is not meant by a wildcard.
    const found = offers.find(
      (offer) =>
        meetsRange(offer, range) &&
        !refused.some((each) => meetsRange(offer, each) && breadth(each) < breadth(range)),
    )
    if (found) {
      return {
        representation: found,
        version: versionFor(found, range.parameters['version']),
        parameters: csvParameters(found, range),
      }
    }
  }
  throw refuse(accept ?? '')
}

/** How much a range takes in: an exact type less than `application/*`, and that less than all. */
function breadth({ type }: AcceptRange): number {
  if (type === '*/*') return 3
  if (type.endsWith('/*')) return 2
  return type.includes('vnd.') ? 0 : 1
}

function meetsRange(offer: Representation, { type, parameters }: AcceptRange): boolean {
  const syntax = offer.writes.split('-')[1]!
  const plain = [
    '*/*',
    'application/*',
    `application/${syntax}`,
    `text/${syntax}`,
    ...(syntax === 'csv' ? ['text/*'] : []),
  ]
  if (type !== offer.type && !plain.includes(type)) return false
  // A browser names no version, and a plain type has none.
  return type !== offer.type || isVersion(offer, parameters['version'])
}

function isVersion(offer: Representation, asked: string | undefined): boolean {
  return asked === undefined || asked === offer.version || meetsVersion(offer.version, asked)
}

/** The version of an offer as its reader writes it, where that is the same one. */
function versionFor({ version }: Representation, asked: string | undefined): string {
  const isPlain = asked !== undefined && /^\d+(?:\.\d+){1,2}$/.test(asked)
  return isPlain && compareVersions(version, asked) === 0 ? asked : version
}

function csvParameters(
  { writes, version }: Representation,
  { parameters }: AcceptRange,
): Record<string, string> {
  if (writes !== 'data-csv') return {}
  const kept: Record<string, string> = {}
  const { labels, timeFormat, timeformat, keys } = parameters
  const allowed = version === '1.0.0' ? ['id', 'both'] : ['id', 'name', 'both']
  if (labels !== undefined && allowed.includes(labels)) kept['labels'] = labels
  // Periods are written as they are kept; whoever asked for another form reads it in the answer.
  if ((timeFormat ?? timeformat) !== undefined) kept['timeFormat'] = 'original'
  if (
    version !== '1.0.0' &&
    keys !== undefined &&
    ['none', 'obs', 'series', 'both'].includes(keys)
  ) {
    kept['keys'] = keys
  }
  return kept
}

function readAccept(header: string | undefined): AcceptRange[] {
  const text = header?.trim() ?? ''
  if (text === '') return [{ type: '*/*', quality: 1, parameters: {} }]
  return text
    .slice(0, 4000)
    .split(',')
    .map((part): AcceptRange => {
      const [type = '', ...rest] = part.split(';').map((each) => each.trim())
      const parameters: Record<string, string> = {}
      for (const each of rest) {
        const equals = each.indexOf('=')
        if (equals > 0) {
          parameters[each.slice(0, equals).trim()] = each
            .slice(equals + 1)
            .trim()
            .replace(/^"|"$/g, '')
        }
      }
      const quality = parameters['q'] === undefined ? 1 : Number(parameters['q'])
      return {
        type: type.toLowerCase(),
        quality: Number.isFinite(quality) ? quality : 0,
        parameters,
      }
    })
    .filter(({ type }) => type !== '')
    .toSorted((a, b) => b.quality - a.quality)
}
