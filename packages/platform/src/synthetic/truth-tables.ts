import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isoDay } from '@caudal/methods/numerics'
import type { Papers, Person, RegionModel } from '@caudal/methods/synthetic'

/** Tables of the truth that are written person by person; `records` follows with the files. */
export const personTables = ['persons', 'documents', 'residence', 'crossings'] as const

type PersonTable = (typeof personTables)[number]

/** File of a table's part on its way to Parquet: tab-separated, no header, empty for missing. */
export function tablePart(folder: string, table: string, part: number): string {
  return join(folder, `${table}-${String(part)}.tsv`)
}

/** Writes down who the persons truly are, where they lived and which borders they crossed. */
export class TruthWriter {
  readonly #model: RegionModel
  readonly #files: Readonly<Record<PersonTable, number>>
  readonly #texts: Record<PersonTable, string> = {
    persons: '',
    documents: '',
    residence: '',
    crossings: '',
  }

  constructor(model: RegionModel, folder: string, part: number) {
    this.#model = model
    const open = (table: PersonTable) => openSync(tablePart(folder, table, part), 'wx')
    this.#files = {
      persons: open('persons'),
      documents: open('documents'),
      residence: open('residence'),
      crossings: open('crossings'),
    }
  }

  /** @param recorded by crossing: 1 where a record was written of it */
  add(person: Person, papers: Papers | undefined, recorded: Uint8Array): void {
    const code = (place: number) => (place < 0 ? '' : this.#model.places[place]!.code)
    const { id } = person
    const family = [person.paternal, person.maternal].filter((name) => name !== '').join(' ')
    this.#texts.persons += `${id}\t${person.household}\t${person.sex}\t${isoDay(person.birthDay)}\t${day(person.deathDay)}\t${person.given.join(' ')}\t${family}\t${person.paternal}\t${person.maternal}\t${person.marriedName}\t${code(person.citizenship)}\t${code(person.secondCitizenship)}\t${code(person.birthPlace)}\t${person.department}\t${person.municipality}\t${person.behaviour}\n`
    person.spells.forEach((spell, i) => {
      this.#texts.residence += `${id}\t${i + 1}\t${code(spell.place)}\t${isoDay(spell.from)}\t${day(spell.to)}\t${spell.reason}\n`
    })
    if (papers) {
      const { passports, secondPassports, card, permit, emergency } = papers
      for (const document of [...passports, ...secondPassports, card, permit, emergency]) {
        if (!document) continue
        const names = [document.paternal, document.maternal].filter((name) => name !== '').join(' ')
        const married = document.marriedName === '' ? '' : ` de ${document.marriedName}`
        this.#texts.documents += `${id}\t${document.type}\t${document.number}\t${code(document.issuer)}\t${isoDay(document.from)}\t${day(document.to)}\t${document.given.join(' ')}\t${names}${married}\n`
      }
    }
    let text = ''
    for (let i = 0; i < person.crossings.length; i += 1) {
      const one = person.crossings[i]!
      text += `${id}\t${i}\t${code(one.country)}\t${one.minute}\t${one.direction}\t${this.#model.posts[one.post]!.code}\t${one.mode}\t${code(one.counterpart)}\t${one.purpose}\t${one.irregular ? 1 : 0}\t${recorded[i]!}\n`
    }
    this.#texts.crossings += text
  }

  /** Puts on disk what has gathered. */
  flush(): void {
    for (const table of personTables) {
      // Only names go beyond ASCII, and what does not is written faster.
      const encoding = table === 'crossings' || table === 'residence' ? 'latin1' : 'utf8'
      writeAll(this.#files[table], Buffer.from(this.#texts[table], encoding))
      this.#texts[table] = ''
    }
  }

  /** Closes the tables; what was not flushed is lost. */
  close(): void {
    for (const table of personTables) closeSync(this.#files[table])
  }
}

/** An ISO day; empty for one that never comes. */
function day(value: number): string {
  return Number.isFinite(value) ? isoDay(value) : ''
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
