import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Generator } from './generator.ts'
import { codes, countries, header } from './source.ts'

const given = [
  'María José',
  'Ana Lucía',
  'Carmen',
  'José Luis',
  'Juan Carlos',
  'Miguel Ángel',
  'Luis',
  'Pedro',
  'Sofía',
  'Elena',
  'Rosa',
  'Marta',
  'Kevin',
  'Wilmer',
  'Jean-Baptiste',
  'Marie',
  'Andrés',
  'Gabriela',
  'Óscar',
  'Brenda',
  'Óscar René',
  'Karla',
  'Nohemí',
  'Suyapa',
]
const family = [
  'Hernández',
  'García',
  'López',
  'Martínez',
  'Rodríguez',
  'Pérez',
  'González',
  'Ramírez',
  'Flores',
  'Cruz',
  'Reyes',
  'Mejía',
  'Zelaya',
  'Núñez',
  'Orellana',
  'Castillo',
  'Aguilar',
  'Bonilla',
  'Pineda',
  'Álvarez',
  'Joseph',
  'Pierre',
  "O'Brien",
  'de la Cruz',
  'Pineda',
]
const carriers = ['AV', 'CM', 'UA', 'AA', 'NK', 'TICABUS', 'PLATINUM']
const stations = ['TEGUCIGALPA', 'SAN PEDRO SULA', 'AGUA CALIENTE', 'EL AMATILLO', 'CORINTO']

const firstDay = Date.UTC(2014, 0, 1)
const days = 3650
const dayMs = 86_400_000

/**
 * SYNTHETIC: draws a file of crossings as a border authority might write it, in order of time over
 * ten years. Faults are as rare as in a well-kept register: one record in 200 has a code nobody
 * knows, one in 500 no birth date, one in 2,000 a date that no calendar has, one in 5,000 repeats
 * an earlier one word for word.
 */
export async function drawCrossings(
  path: string,
  records: number,
  seed = 20_261_122,
): Promise<void> {
  const random = new Generator(seed)
  const file = createWriteStream(path, { highWaterMark: 2 ** 22 })
  let text = `${header.join(',')}\n`
  const recent: string[] = []
  for (let record = 0; record < records; record += 1) {
    const line =
      recent.length > 0 && random.below(5000) === 0
        ? random.pick(recent)
        : crossing(random, Math.floor((record / records) * days))
    if (record % 1000 === 0) recent[random.below(100) % (recent.length + 1)] = line
    text += line
    if (text.length > 2 ** 20) {
      if (!file.write(text)) await once(file, 'drain')
      text = ''
    }
  }
  file.end(text)
  await once(file, 'close')
}

const directions = Object.keys(codes.direction)
const modes = Object.keys(codes.mode)
const purposes = Object.keys(codes.purpose)
const purposesOfChildren = purposes.filter((purpose) => purpose !== 'TRA' && purpose !== 'NEG')
const abroad = countries.filter((country) => country !== 'HN')
const documents = Object.keys(codes.document)
const dates = Array.from({ length: days }, (_, day) => date(new Date(firstDay + day * dayMs)))

function crossing(random: Generator, day: number): string {
  const isOdd = (oneIn: number) => random.below(oneIn) === 0
  const direction = random.pick(directions)
  const mode = random.pick(modes)
  const home = random.pick(countries)
  const birthYear = 1935 + random.below(79)
  const birth = isOdd(500)
    ? ''
    : isOdd(2000)
      ? `31/02/${birthYear}`
      : `${two(1 + random.below(28))}/${two(1 + random.below(12))}/${birthYear}`
  const values = [
    `${dates[day]} ${two(random.below(24))}:${two(random.below(60))}`,
    direction,
    String(100 + random.below(40) * 7),
    mode,
    isOdd(400) ? 'XX' : home,
    isOdd(10) ? random.pick(countries) : home,
    isOdd(8) ? random.pick(countries) : home,
    random.pick(abroad),
    isOdd(400) ? '9' : random.next() % 2 === 0 ? '1' : '2',
    birth,
    random.pick(birthYear > 2000 ? purposesOfChildren : purposes),
    random.pick(documents),
    home,
    random.pick(['A', 'B', 'C', 'E', 'G', 'P']) +
      String(random.next() % 100_000_000).padStart(8, '0'),
    direction === 'E' && home !== 'HN' ? String(30 * (1 + random.below(3))) : '',
    mode === 'A' || isOdd(3) ? random.pick(carriers) : '',
    random.pick(given),
    `${random.pick(family)} ${random.pick(family)}`,
    `OF${100 + random.below(900)}`,
    random.pick(stations),
  ]
  return `${values.join(',')}\n`
}

function date(day: Date): string {
  return `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
