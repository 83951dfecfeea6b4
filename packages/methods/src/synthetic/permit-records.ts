import { civilNumber, drawChoice, type RandomGenerator } from '../numerics/index.ts'
import type { DeskEvent } from './desk-event.ts'
import type { Person } from './person.ts'
import type { RegionModel } from './region-model.ts'
import { foreignSpells, permitOfSpell, purposeOfSpell } from './residence-records.ts'

/** Renewals until a foreigner asks for permanent residence. */
const renewalsBeforePermanent = 2

/**
 * What the permit office decided of a person: the first permit of every spell of residence as a
 * foreigner, its renewals, and the change to permanent residence.
 */
export function permitRecords(
  model: RegionModel,
  person: Person,
  random: RandomGenerator,
): readonly DeskEvent[] {
  return foreignSpells(model, person).flatMap(({ spell, place }) => {
    if (spell.irregular && random.chance(0.6)) return []
    const events: DeskEvent[] = []
    const department = drawChoice(model.countries[spell.place]!.departments, random).name
    const end = Math.min(spell.to, model.lastDay)
    let applied = spell.from + random.below(90)
    for (let step = 0; applied < end; step += 1) {
      const permanent = step > renewalsBeforePermanent || spell.reason === 'birth'
      const decidedAfter = 15 + random.below(120)
      const decided = applied + decidedAfter
      const outcome = outcomeOf(random)
      const isOpen = decided > model.lastDay
      const granted = outcome === 'granted'
      const validTo = decided + (permanent ? 3652 : 365 * (1 + random.below(2)))
      if (applied >= model.firstDay) {
        events.push({
          country: spell.place,
          day: Math.min(decided, model.lastDay),
          record: {
            'applied-on': civilNumber(applied),
            ...(isOpen ? {} : { 'decided-on': civilNumber(decided) }),
            'permit-type': permanent ? 'permanent-residence' : permitOfSpell(spell),
            procedure:
              step === 0 ? 'first' : step === renewalsBeforePermanent + 1 ? 'change' : 'renewal',
            decision: isOpen ? 'pending' : outcome,
            ...(granted && !isOpen
              ? { 'valid-from': civilNumber(decided), 'valid-to': civilNumber(validTo) }
              : {}),
            purpose: purposeOfSpell(spell),
            'previous-country': person.spells[place - 1]?.place ?? person.birthPlace,
            department,
            'file-number': `ZP-${String(person.id).padStart(7, '0')}-${place}${step}`,
          },
        })
      }
      if (!granted && random.chance(0.5)) break
      applied = granted ? validTo - random.below(60) : decided + 60 + random.below(120)
    }
    return events
  })
}

function outcomeOf(random: RandomGenerator): string {
  if (random.chance(0.88)) return 'granted'
  return random.chance(0.7) ? 'refused' : 'withdrawn'
}
