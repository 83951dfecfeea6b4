import { civilNumber, drawChoice, type RandomGenerator } from '../numerics/index.ts'
import type { DeskEvent } from './desk-event.ts'
import type { Person, ResidenceSpell } from './person.ts'
import type { RegionModel } from './region-model.ts'

/** Migratory status by the reason for which a foreigner came to live in a country. */
const statusOf: Readonly<Record<string, string>> = {
  birth: 'permanent-resident',
  labour: 'worker',
  study: 'student',
  family: 'temporary-resident',
  protection: 'refugee',
  retirement: 'temporary-resident',
}

const purposeOf: Readonly<Record<string, string>> = {
  labour: 'work',
  study: 'study',
  family: 'family',
  protection: 'protection',
  retirement: 'settlement',
  birth: 'family',
}

/** Years after which most foreigners are permanent residents. */
const settledYears = 5

/** The spells that a foreigner lives in a drawn country, with their place among all spells. */
export function foreignSpells(
  model: RegionModel,
  person: Person,
): readonly { readonly spell: ResidenceSpell; readonly place: number }[] {
  return person.spells
    .map((spell, place) => ({ spell, place }))
    .filter(
      ({ spell }) =>
        spell.place < model.drawn &&
        spell.place !== person.citizenship &&
        spell.place !== person.secondCitizenship &&
        spell.to > model.firstDay &&
        spell.from < model.lastDay,
    )
}

/** Purpose of a stay, by the reason for the move that began it. */
export function purposeOfSpell(spell: ResidenceSpell): string {
  return purposeOf[spell.reason] ?? 'settlement'
}

/**
 * What the register of foreign residents has of a person: every spell of residence that touches
 * the drawn years. Who came away from the posts is registered half as often.
 */
export function residenceRecords(
  model: RegionModel,
  person: Person,
  random: RandomGenerator,
): readonly DeskEvent[] {
  return foreignSpells(model, person).flatMap(({ spell, place }): DeskEvent[] => {
    if (spell.irregular && random.chance(0.5)) return []
    const ended = spell.to < model.lastDay
    const last = spell.to - 1
    const years = ((ended ? last : model.lastDay) - spell.from) / 365.25
    const settled = years > settledYears && random.chance(0.7) && spell.reason !== 'protection'
    const died = ended && person.deathDay <= spell.to
    const next = person.spells[place + 1]?.place
    const department = drawChoice(model.countries[spell.place]!.departments, random)
    return [
      {
        country: spell.place,
        // Those who came before the drawn years stand in the register as the file begins.
        day: Math.max(ended ? last : spell.from, model.firstDay) + random.below(30),
        record: {
          'started-on': civilNumber(spell.from),
          ...(ended ? { 'ended-on': civilNumber(last) } : {}),
          ...(ended ? { 'end-reason': died ? 'death' : endOf(random) } : {}),
          ...(ended && !died && next !== undefined ? { 'next-country': next } : {}),
          'migratory-status': settled
            ? 'permanent-resident'
            : (statusOf[spell.reason] ?? 'temporary-resident'),
          'permit-type': settled ? 'permanent-residence' : permitOfSpell(spell),
          purpose: purposeOfSpell(spell),
          'previous-country': person.spells[place - 1]?.place ?? person.birthPlace,
          department: department.name,
          'file-number': `ZR-${String(person.id).padStart(7, '0')}-${place}`,
        },
      },
    ]
  })
}

/** A register seldom knows that a person has left: some are struck off, some permits run out. */
function endOf(random: RandomGenerator): string {
  return random.chance(0.75) ? 'departure' : 'renunciation'
}

/** The permit under which a foreigner first lives in a country. */
export function permitOfSpell(spell: ResidenceSpell): string {
  switch (spell.reason) {
    case 'study':
      return 'study-permit'
    case 'protection':
      return 'refugee-status'
    case 'birth':
      return 'permanent-residence'
    default:
      return 'temporary-residence'
  }
}
