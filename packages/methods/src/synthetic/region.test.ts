import { beforeAll, describe, expect, it } from 'vitest'
import { civilNumber, completedYears, dayNumber, yearOf } from '../numerics/index.ts'
import { blockCount, drawBlock } from './block.ts'
import { householdGroups } from './household-groups.ts'
import type { Crossing, Person } from './person.ts'
import type { RegionModel } from './region-model.ts'
import { findSpell } from './residence.ts'
import { testRegion } from './testing-parameters.ts'

const size = 24_000

function drawAll(model: RegionModel): Person[] {
  const groups = householdGroups(model)
  return Array.from({ length: blockCount(model.options.persons) }, (_, block) =>
    drawBlock(model, groups, block),
  ).flat()
}

function countBy<Key>(crossings: readonly Crossing[], keyOf: (crossing: Crossing) => Key) {
  const counts = new Map<Key, number>()
  for (const crossing of crossings) {
    const key = keyOf(crossing)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const doubled = (people: readonly Person[]) =>
  people.filter((one) => one.maternal !== '').length / people.length

const yearIn = (crossing: Crossing) => yearOf(Math.floor(crossing.minute / 1440))
const monthIn = (crossing: Crossing) =>
  Math.floor(civilNumber(Math.floor(crossing.minute / 1440)) / 100) % 100

describe('the synthetic region', () => {
  let model: RegionModel
  let persons: Person[]
  let crossings: Crossing[]

  beforeAll(() => {
    model = testRegion(size)
    persons = drawAll(model)
    crossings = persons.flatMap((person) => person.crossings)
  })

  it('has exactly the persons asked for, numbered from 1', () => {
    expect(persons.map((person) => person.id)).toEqual(
      Array.from({ length: size }, (_, i) => i + 1),
    )
  })

  it('has at least six crossings a person, so that the default region has over two million', () => {
    expect(crossings.length / size).toBeGreaterThan(6.3)
  })

  it('lets everybody leave and enter each country in turn, later each time', () => {
    const wrong = persons.filter((person) => {
      const last = new Map<number, string>()
      let minute = -Infinity
      return person.crossings.some((crossing) => {
        const fits = crossing.direction !== last.get(crossing.country) && crossing.minute > minute
        last.set(crossing.country, crossing.direction)
        minute = crossing.minute
        return !fits
      })
    })
    expect(wrong).toEqual([])
  })

  it('keeps crossings within the drawn years and within life', () => {
    const outside = persons.filter((person) => {
      const first = Math.max(model.firstDay, person.birthDay)
      const end = Math.min(model.lastDay + 1, person.deathDay)
      return person.crossings.some(({ minute }) => minute / 1440 < first || minute / 1440 >= end)
    })
    expect(outside).toEqual([])
  })

  it('leaves everybody at home between journeys: the last crossing of a home country is an entry', () => {
    const day = model.lastDay - 400
    const settled: string[] = []
    for (const person of persons) {
      const spell = findSpell(person.spells, day)
      if (!spell || spell.place >= model.drawn || spell.from > day - 400) continue
      const before = person.crossings.filter((one) => one.minute < day * 1440)
      const last = before.findLast((one) => one.country === spell.place)
      if (last && last.minute < (day - 400) * 1440) {
        settled.push(last.direction)
      }
    }
    expect(settled.length).toBeGreaterThan(500)
    expect(new Set(settled)).toEqual(new Set(['arrival']))
  })

  it('gives everybody residence from birth to death without a gap', () => {
    for (const person of persons) {
      expect(person.spells[0]!.from).toBe(person.birthDay)
      expect(person.spells.at(-1)!.to).toBe(person.deathDay)
      person.spells.slice(1).forEach((spell, i) => {
        expect(spell.from).toBe(person.spells[i]!.to)
        expect(spell.place).not.toBe(person.spells[i]!.place)
      })
    }
  })

  it('lets a move last a year at least, unless death or the end of the years cuts it', () => {
    for (const person of persons) {
      for (const spell of person.spells.slice(1)) {
        if (spell.from < model.firstDay || spell.to > model.lastDay || spell.to === person.deathDay)
          continue
        expect(spell.to - spell.from).toBeGreaterThanOrEqual(365)
      }
    }
  })

  it('passes a border between two drawn countries on both sides, one after the other', () => {
    for (const person of persons.slice(0, 4000)) {
      person.crossings.forEach((crossing, i) => {
        if (crossing.direction !== 'departure' || crossing.counterpart >= model.drawn) return
        const next = person.crossings[i + 1]
        // Whoever leaves on the last evening arrives when nobody draws any more.
        if (!next) return
        expect(next.direction).toBe('arrival')
        expect(next.country).toBe(crossing.counterpart)
        expect(next.counterpart).toBe(crossing.country)
        expect(next.mode).toBe(crossing.mode)
      })
    }
  })

  it('has as many women as men, give or take, and the young ages of the region', () => {
    const day = dayNumber(2015, 7, 1)
    const at = (code: string) =>
      persons.filter((one) => {
        const place = findSpell(one.spells, day)?.place
        return place !== undefined && model.places[place]!.code === code
      })
    const everybody = ['GTM', 'SLV', 'HND', 'NIC', 'CRI', 'DOM'].flatMap(at)
    const women = everybody.filter((one) => one.sex === 'F').length / everybody.length
    expect(women).toBeGreaterThan(0.47)
    expect(women).toBeLessThan(0.54)
    const young = (code: string) => {
      const residents = at(code)
      return (
        residents.filter((one) => completedYears(one.birthDay, day) < 15).length / residents.length
      )
    }
    expect(young('GTM')).toBeGreaterThan(0.33)
    expect(young('GTM')).toBeLessThan(0.43)
    expect(young('CRI')).toBeGreaterThan(0.18)
    expect(young('CRI')).toBeLessThan(0.3)
    const old = everybody.filter((one) => completedYears(one.birthDay, day) >= 65).length
    expect(old / everybody.length).toBeGreaterThan(0.03)
    expect(old / everybody.length).toBeLessThan(0.1)
  })

  it('travels most in December, and far less in the closed year 2020', () => {
    const ordinary = crossings.filter((one) => yearIn(one) !== 2020 && yearIn(one) !== 2021)
    const months = countBy(ordinary, monthIn)
    const mean = ordinary.length / 12
    expect(months.get(12)! / mean).toBeGreaterThan(1.3)
    for (let month = 1; month < 12; month += 1) {
      expect(months.get(month)!).toBeLessThan(months.get(12)!)
      expect(months.get(month)! / mean).toBeGreaterThan(0.7)
    }
    const years = countBy(crossings, yearIn)
    expect(years.get(2020)! / years.get(2019)!).toBeLessThan(0.5)
    expect(years.get(2023)! / years.get(2019)!).toBeGreaterThan(0.7)
  })

  it('travels for leisure in Holy Week more than in the weeks around it', () => {
    // Easter Sundays of 2018, 2019, 2022, 2023, 2024.
    const easters = ['2018-04-01', '2019-04-21', '2022-04-17', '2023-04-09', '2024-03-31']
    const leisure = crossings.filter((one) => one.purpose === 'leisure')
    let holy = 0
    let around = 0
    for (const iso of easters) {
      const easter = Date.parse(iso) / 86_400_000
      for (const { minute } of leisure) {
        const offset = minute / 1440 - easter
        if (offset >= -8 && offset < 1) holy += 1
        else if ((offset >= -26 && offset < -8) || (offset >= 8 && offset < 17)) around += 1
      }
    }
    expect(holy / 9 / (around / 27)).toBeGreaterThan(1.3)
  })

  it('has people who cross hundreds of times, and many who never do', () => {
    expect(persons.some((one) => one.behaviour === 'commuter' && one.crossings.length > 400)).toBe(
      true,
    )
    const never = persons.filter((one) => one.crossings.length === 0).length / size
    expect(never).toBeGreaterThan(0.3)
    expect(never).toBeLessThan(0.65)
  })

  it('has every kind of traveller, and moves for every reason', () => {
    expect(new Set(persons.map((one) => one.behaviour)).size).toBe(11)
    const moved = new Set(
      persons.flatMap((one) => one.spells.slice(1).map((spell) => spell.reason)),
    )
    expect([...moved].sort()).toEqual([
      'family',
      'forced-return',
      'labour',
      'protection',
      'retirement',
      'return',
      'study',
    ])
  })

  it('names people with tildes, accents, particles, and one name only where that is the custom', () => {
    const families = new Set(persons.flatMap((one) => [one.paternal, one.maternal]))
    for (const name of ['Núñez', 'Peña', 'de León', 'de la Cruz', 'Jean-Baptiste', 'Smith']) {
      expect(families).toContain(name)
    }
    const americans = persons.filter((one) => model.places[one.citizenship]!.code === 'USA')
    const salvadorans = persons.filter((one) => model.places[one.citizenship]!.code === 'SLV')
    expect(doubled(americans)).toBeLessThan(0.35)
    expect(doubled(salvadorans)).toBeGreaterThan(0.85)
  })

  it('gives children of a couple the first family names of father and mother', () => {
    const families = new Map<number, Person[]>()
    for (const one of persons) {
      families.set(one.household, [...(families.get(one.household) ?? []), one])
    }
    const children = persons.filter((child) => {
      const [head, partner] = families.get(child.household)!
      return (
        child.behaviour === 'child' &&
        head?.sex === 'M' &&
        partner?.sex === 'F' &&
        head.paternal === child.paternal &&
        partner.paternal === child.maternal
      )
    })
    expect(children.length).toBeGreaterThan(size / 20)
  })
})

describe('a seed', () => {
  it('gives the same persons again, block by block, in any order', () => {
    const model = testRegion(3000, 42)
    const groups = householdGroups(model)
    const forwards = [0, 1, 2].map((block) => drawBlock(model, groups, block))
    const again = testRegion(3000, 42)
    const backwards = [2, 1, 0].map((block) => drawBlock(again, householdGroups(again), block))
    expect(backwards.toReversed()).toEqual(forwards)
  })

  it('gives other persons than another seed', () => {
    const [first, second] = [1, 2].map((seed) => {
      const model = testRegion(1000, seed)
      return drawBlock(model, householdGroups(model), 0).map((one) => one.given.join(' '))
    })
    expect(first).not.toEqual(second)
  })

  it('draws a region of fewer countries, the others being abroad', () => {
    const model = testRegion(2000, 1, ['SLV', 'GTM'])
    const drawn = drawAll(model)
    expect(drawn.length).toBe(2000)
    const countries = new Set(drawn.flatMap((one) => one.crossings.map((c) => c.country)))
    expect([...countries].toSorted((a, b) => a - b)).toEqual([0, 1])
    expect(model.posts.every((post) => /^(SLV|GTM)-/.test(post.code))).toBe(true)
  })

  it('refuses a country there are no parameters for', () => {
    expect(() => testRegion(10, 1, ['GTM', 'FRA'])).toThrow(/FRA/)
  })
})
