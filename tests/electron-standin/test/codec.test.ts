import { describe, expect, test } from 'vitest'
import { makeCodec } from '../world/codec.js'

const codec = makeCodec()
const roundTrip = (value: unknown) => codec.decode(JSON.parse(JSON.stringify(codec.encode(value))))

describe('values that the structured clone keeps', () => {
  test.each([
    ['text', '版心\0\u2028'],
    ['numbers that JSON loses', [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0]],
    ['undefined', { here: undefined }],
    ['a bigint', 2n ** 70n],
    ['a date', new Date(1_742_169_600_000)],
    ['an invalid date', new Date(Number.NaN)],
    ['a pattern', /版\w+/giu],
    ['a map and a set', new Map<unknown, unknown>([[{ a: 1 }, new Set([1, '1'])]])],
    ['nested objects', { list: [{ deep: [null, true] }] }],
    ['an object that looks like the codec’s own', { t: 'date', v: 1 }],
    ['a key named __proto__', JSON.parse('{"__proto__": 1}')],
  ])('%s', (_name, value) => {
    expect(roundTrip(value)).toEqual(value)
  })

  test.each([Uint8Array, Int16Array, Float64Array, BigUint64Array])('%o keeps its type', (Type) => {
    const back = roundTrip(new Type(3))
    expect(back).toBeInstanceOf(Type)
    expect(back.length).toBe(3)
  })

  test('a view gives only its own part of a buffer', () => {
    const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
    expect([...roundTrip(view)]).toEqual([2, 3])
    expect(roundTrip(view).buffer.byteLength).toBe(2)
  })

  test('a Node Buffer arrives as plain bytes', () => {
    expect(roundTrip(Buffer.from([7, 8])).constructor).toBe(Uint8Array)
  })

  test('an error keeps its class, message and stack', () => {
    const error = new RangeError('too far')
    const back = roundTrip(error)
    expect(back).toBeInstanceOf(RangeError)
    expect([back.message, back.stack]).toEqual([error.message, error.stack])
  })

  test('objects met twice, and circles, stay one object', () => {
    const shared = { name: 'shared' }
    const value: Record<string, unknown> = { a: shared, b: [shared] }
    value.self = value
    const back = roundTrip(value)
    expect(back.b[0]).toBe(back.a)
    expect(back.self).toBe(back)
  })
})

test.each([
  ['a function', () => {}],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve()],
])('%s is refused as the structured clone refuses it', (_name, value) => {
  expect(() => codec.encode({ inside: [value] })).toThrow(/could not be cloned/)
})
