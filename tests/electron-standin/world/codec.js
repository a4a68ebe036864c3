'use strict'
// Values that can be structured-cloned, as JSON and back. The same text runs in Node and in the page.

function makeCodec() {
  const TYPED_ARRAYS = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  }
  const ERRORS = { TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError }
  const NEVER_CLONED = new Set(['Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'Window'])
  const inNode = typeof Buffer !== 'undefined' && typeof window === 'undefined'

  const toBase64 = (bytes) =>
    inNode
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
      : bytes.toBase64()
  // Not Buffer's own memory: small Buffers share one pool, and the receiver may keep `.buffer`.
  const fromBase64 = (text) =>
    inNode ? new Uint8Array(Buffer.from(text, 'base64')) : Uint8Array.fromBase64(text)

  function refuse(value) {
    const what = typeof value === 'object' ? `#<${value.constructor?.name ?? 'Object'}>` : typeof value
    const error = new Error(`${what} could not be cloned.`)
    error.name = 'DataCloneError'
    throw error
  }

  function encodeNumber(value) {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value
    return { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
  }

  function encodeView(value, tag) {
    const type = tag in TYPED_ARRAYS || tag === 'DataView' ? tag : 'Uint8Array'
    return { t: 'view', type, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
  }

  function encodeObject(value, seen) {
    const tag = Object.prototype.toString.call(value).slice(8, -1)
    const inner = (item) => encode(item, seen)
    if (Array.isArray(value)) return { t: 'array', v: Array.from(value, inner) }
    if (tag === 'Date') return { t: 'date', v: encodeNumber(value.getTime()) }
    if (tag === 'RegExp') return { t: 'regexp', v: [value.source, value.flags] }
    if (tag === 'Map') return { t: 'map', v: [...value].map(([key, item]) => [inner(key), inner(item)]) }
    if (tag === 'Set') return { t: 'set', v: [...value].map(inner) }
    if (tag === 'ArrayBuffer') return { t: 'buffer', v: toBase64(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) return encodeView(value, tag)
    if (value instanceof Error || tag === 'Error')
      return { t: 'error', v: [value.name, value.message, value.stack] }
    if (NEVER_CLONED.has(tag) || (typeof Node !== 'undefined' && value instanceof Node)) return refuse(value)
    return { t: 'object', v: Object.keys(value).map((key) => [key, inner(value[key])]) }
  }

  /** `seen` numbers the objects in the order met, so that a repeated or circular one becomes a reference. */
  function encode(value, seen = new Map()) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') return encodeNumber(value)
    if (value === undefined) return { t: 'undefined' }
    if (typeof value === 'bigint') return { t: 'bigint', v: String(value) }
    if (typeof value !== 'object') return refuse(value)
    if (seen.has(value)) return { t: 'again', v: seen.get(value) }
    seen.set(value, seen.size)
    return encodeObject(value, seen)
  }

  function decodeView({ type, v }) {
    const bytes = fromBase64(v)
    if (type === 'Uint8Array') return bytes
    return type === 'DataView' ? new DataView(bytes.buffer) : new TYPED_ARRAYS[type](bytes.buffer)
  }

  function decodeError([name, message, stack]) {
    const error = new (ERRORS[name] ?? Error)(message)
    error.stack = stack
    return error
  }

  function decode(wire, met = []) {
    if (wire === null || typeof wire !== 'object') return wire
    if (wire.t === 'number') return wire.v === '-0' ? -0 : Number(wire.v)
    if (wire.t === 'undefined') return undefined
    if (wire.t === 'bigint') return BigInt(wire.v)
    if (wire.t === 'again') return met[wire.v]
    const place = met.push(undefined) - 1
    const keep = (value) => {
      met[place] = value
      return value
    }
    return decodeObject(wire, met, keep)
  }

  /** `keep` stores a container before its members are read: they may point back at it. */
  function decodeObject(wire, met, keep) {
    const inner = (item) => decode(item, met)
    switch (wire.t) {
      case 'array': {
        const array = keep([])
        for (const item of wire.v) array.push(inner(item))
        return array
      }
      case 'map': {
        const map = keep(new Map())
        for (const [key, item] of wire.v) map.set(inner(key), inner(item))
        return map
      }
      case 'set': {
        const set = keep(new Set())
        for (const item of wire.v) set.add(inner(item))
        return set
      }
      case 'object': {
        const object = keep({})
        for (const [key, item] of wire.v) {
          Object.defineProperty(object, key, {
            value: inner(item),
            enumerable: true,
            configurable: true,
            writable: true,
          })
        }
        return object
      }
      case 'date':
        return keep(new Date(inner(wire.v)))
      case 'regexp':
        return keep(new RegExp(wire.v[0], wire.v[1]))
      case 'buffer':
        return keep(fromBase64(wire.v).buffer)
      case 'view':
        return keep(decodeView(wire))
      case 'error':
        return keep(decodeError(wire.v))
    }
    throw new Error(`codec: unknown tag ${wire.t}`)
  }

  return { encode: (value) => encode(value), decode: (wire) => decode(wire) }
}

if (typeof module !== 'undefined') module.exports = { makeCodec }
