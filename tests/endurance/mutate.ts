/** Damage, as disks, networks and enemies do it: the same for the same random numbers. */
const INTERESTING = [0, 1, 0x7f, 0x80, 0xff]

export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutated = bytes.slice()
  const times = 1 + Math.floor(random() * 4)
  for (let i = 0; i < times; i++)
    mutated = WAYS[Math.floor(random() * WAYS.length)]?.(mutated, random) ?? mutated
  return mutated
}

type Way = (bytes: Uint8Array<ArrayBuffer>, random: () => number) => Uint8Array<ArrayBuffer>

const place = (length: number, random: () => number): number => Math.floor(random() * Math.max(1, length))

const WAYS: Way[] = [
  // Bits.
  (bytes, random) => {
    const at = place(bytes.length, random)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    return bytes
  },
  (bytes, random) => {
    bytes[place(bytes.length, random)] = INTERESTING[place(INTERESTING.length, random)] ?? 0
    return bytes
  },
  // Lengths and offsets, which stand in four bytes.
  (bytes, random) => {
    if (bytes.length < 8) return bytes
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const values = [0, 1, 0xffff, 0x7fffffff, 0xffffffff, bytes.length, Math.floor(random() * 2 ** 32)]
    view.setUint32(place(bytes.length - 4, random), values[place(values.length, random)] ?? 0, true)
    return bytes
  },
  // The directory of a zip, where most of it is decided.
  (bytes, random) => {
    const at = Math.max(0, bytes.length - 1 - place(300, random))
    bytes[at] = Math.floor(random() * 256)
    return bytes
  },
  (bytes, random) => bytes.slice(0, place(bytes.length, random)),
  (bytes, random) => bytes.slice(place(Math.min(200, bytes.length), random)),
  // A part twice, a part gone, a part over another.
  (bytes, random) => {
    const [from, length, to] = [place(bytes.length, random), place(400, random), place(bytes.length, random)]
    const part = bytes.slice(from, from + length)
    const twice = new Uint8Array(bytes.length + part.length)
    twice.set(bytes.subarray(0, to))
    twice.set(part, to)
    twice.set(bytes.subarray(to), to + part.length)
    return twice
  },
  (bytes, random) => {
    const [from, length] = [place(bytes.length, random), place(400, random)]
    const less = new Uint8Array(Math.max(0, bytes.length - Math.min(length, bytes.length - from)))
    less.set(bytes.subarray(0, from))
    less.set(bytes.subarray(from + length), from)
    return less
  },
  (bytes, random) => {
    const [from, length, to] = [place(bytes.length, random), place(200, random), place(bytes.length, random)]
    bytes.set(bytes.slice(from, from + Math.min(length, bytes.length - to)), to)
    return bytes
  },
]

/** Damage inside a page's JSON, behind sums that are right: what only the schema can catch. */
export function mutateText(text: string, random: () => number): string {
  const at = place(text.length, random)
  const ways: (() => string)[] = [
    () => text.slice(0, at) + text.slice(at + place(30, random)),
    () => text.slice(0, at) + text.slice(at, at + place(200, random)).repeat(2) + text.slice(at),
    () =>
      text.replace(/-?\d+(\.\d+)?/g, (number) =>
        random() < 0.01 ? (ODD_NUMBERS[place(ODD_NUMBERS.length, random)] ?? number) : number,
      ),
    () =>
      text.replace(/"[^"]*"/g, (string) =>
        random() < 0.004 ? (ODD_STRINGS[place(ODD_STRINGS.length, random)] ?? string) : string,
      ),
    () => text.replace(/\[[^[\]{}]*\]|\{\}/g, (list) => (random() < 0.02 ? 'null' : list)),
  ]
  return ways[place(ways.length, random)]?.() ?? text
}

const ODD_NUMBERS = ['-1', '0', '1e308', '-1e-308', '99999999999', '0.1', 'null', '1e5', '40']
const ODD_STRINGS = [
  '""',
  '"__proto__"',
  '"constructor"',
  '"../../evil"',
  '"\\ud800"',
  '"\\u0000"',
  'null',
  '7',
  `"${'长'.repeat(5000)}"`,
]
