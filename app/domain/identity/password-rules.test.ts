import { expect, test } from 'vitest'
import { passwordProblem } from './password-rules.ts'

const EMAIL = 'mirjam.kessler@auental.example'

test('length is counted in characters, from 12 to 128, and nothing else is demanded', () => {
  expect(passwordProblem('kaffeetasse', EMAIL)).toBe('too_short')
  expect(passwordProblem('regen dach treppe', EMAIL)).toBeNull()
  expect(passwordProblem('🌧🏠🪜🌧🏠🪜🌧🏠🪜🌳🚲', EMAIL)).toBe('too_short')
  expect(passwordProblem(`${'regen dach '.repeat(11)}1234567`, EMAIL)).toBeNull()
  expect(passwordProblem(`${'regen dach '.repeat(11)}12345678`, EMAIL)).toBe('too_long')
})

test('passwords that many people choose are refused, however they are written', () => {
  for (const common of [
    'passwort1234',
    'PASSWORT1234',
    'Willkommen123!',
    'Ausländerbehörde1',
    'passwortpasswort',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '123456789012',
    'abcdefghijkl',
    '210987654321',
    'qwertzuiop123',
  ])
    expect(passwordProblem(common, EMAIL), common).toBe('too_common')
})

test('the own name from the address is refused', () => {
  expect(passwordProblem('Kessler im Regen', EMAIL)).toBe('contains_email')
  expect(passwordProblem('x mirjam.kessler', EMAIL)).toBe('contains_email')
  expect(passwordProblem('ein langer satz', 'a@b.example')).toBeNull()
})
