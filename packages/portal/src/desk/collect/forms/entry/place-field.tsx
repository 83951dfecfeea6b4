import { useState, type ReactNode } from 'react'
import { placeOf } from '@caudal/methods/collect/xlsform'
import {
  controlOf,
  describedBy,
  FieldNotes,
  isWrong,
  type FieldAbout,
} from '../../../../account/form/labelled.tsx'
import { useFormsWords } from '../words/forms-words.ts'
import accountStyles from '../../../../account/account.module.css'
import styles from '../../../desk.module.css'

/** Stands for a coordinate that is not typed yet: no place, and so told as such. */
const missing = '?'

/** A place: typed in degrees, or as the device finds it, with how closely it knows. */
export function PlaceField({
  value,
  onText,
  ...about
}: FieldAbout & {
  readonly value: string
  readonly onText: (text: string) => void
}): ReactNode {
  const { entry: words } = useFormsWords()
  const [failed, setFailed] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { latitude, longitude, accuracy } = placeOf(value)
  const typed = (text: string) => (text === missing ? '' : text)
  const type = (north: string, east: string) => {
    const plain = (text: string) => text.trim().replace(',', '.').replaceAll(' ', '') || missing
    onText(north.trim() === '' && east.trim() === '' ? '' : `${plain(north)} ${plain(east)}`)
  }
  const find = () => {
    setFailed(false)
    setAsking(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false)
        const degrees = (each: number) => String(Number(each.toFixed(6)))
        const metres = (each: number | null) => String(Math.round(each ?? 0))
        onText(
          [
            degrees(coords.latitude),
            degrees(coords.longitude),
            metres(coords.altitude),
            metres(coords.accuracy),
          ].join(' '),
        )
      },
      () => {
        setAsking(false)
        setFailed(true)
      },
      { enableHighAccuracy: true, timeout: 30_000, maximumAge: 0 },
    )
  }
  const { id, label } = about
  return (
    <fieldset
      className={`${accountStyles['choices']} ${accountStyles['field']}`}
      data-wrong={isWrong(about) ? '' : undefined}
      aria-describedby={describedBy(about)}
    >
      <legend>{label}</legend>
      <FieldNotes {...about} />
      <p className="hint">{words.placeHint}</p>
      <div className={styles['fields']}>
        {(
          [
            [id, words.latitude, latitude, (text: string) => type(text, typed(longitude))],
            [
              `${id}-east`,
              words.longitude,
              longitude,
              (text: string) => type(typed(latitude), text),
            ],
          ] as const
        ).map(([control, said, text, onType]) => (
          <div key={control} className="field">
            <label htmlFor={control}>{said}</label>
            <input
              {...(control === id ? controlOf(about) : { id: control })}
              className="input"
              inputMode="decimal"
              autoComplete="off"
              value={typed(text)}
              onChange={({ target }) => onType(target.value)}
            />
          </div>
        ))}
      </div>
      {'geolocation' in navigator && (
        <div className={styles['buttons']}>
          <button className="button" type="button" disabled={isAsking} onClick={find}>
            {words.findPlace}
          </button>
        </div>
      )}
      <output className="hint">
        {failed && words.placeNotFound}
        {!failed && accuracy !== '' && words.accuracy(accuracy)}
      </output>
    </fieldset>
  )
}
