import { expect, test } from 'vitest'
import { checkNode, sourceHash } from './ready.mjs'

test.each(['18.20.8', '20.18.3', '16.0.0'])('Node %s is too old, in both languages', (version) => {
  expect(() => checkNode(version)).toThrow(/zu alt.*\n.*too old/)
})

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0'])('Node %s will do', (version) => {
  expect(() => checkNode(version)).not.toThrow()
})

test('the hash over the sources stays the same while they do', () => {
  expect(sourceHash()).toBe(sourceHash())
})
