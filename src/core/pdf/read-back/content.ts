/** A content stream read as what it draws (ISO 32000-1 §8, §9): the operators that a page of ours has, no more. */

export type Matrix = readonly [number, number, number, number, number, number]

/** A colour as it was set: `0 0 0 1 k`, or `/Spot1 1 scn` for a tint of a named space. */
export type Paint = string

interface Look {
  /** The name of the graphics state in force. */
  state: string
  fill: Paint
  stroke: Paint
  lineWidth: number
  matrix: Matrix
  /** The rectangle that what is drawn shows within. */
  clip: Box4 | undefined
}

type Box4 = [x: number, y: number, width: number, height: number]

export type Drawn =
  /** Shown are codes, four hexadecimal digits each, and numbers that move the pen. */
  | ({ kind: 'glyphs'; font: string; sizePt: number; place: Matrix; shown: (number | string)[] } & Look)
  | ({ kind: 'fill' | 'frame'; box: Box4 } & Look)
  | ({ kind: 'line'; ends: [x: number, y: number, toX: number, toY: number] } & Look)
  | ({ kind: 'curve' } & Look)
  | ({ kind: 'picture'; name: string } & Look)
  /** An operator that no page of ours has. */
  | ({ kind: 'unknown'; operator: string } & Look)

const TOKEN = /\/[^\s/[\]<>()]+|<<|>>|<[0-9A-Fa-f]*>|\[|\]|[-+]?[\d.]+|[A-Za-z*'"]+\d?/g
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

export function readContent(content: string): Drawn[] {
  const reader = new Reader()
  for (const token of content.match(TOKEN) ?? []) reader.take(token)
  return reader.drawn
}

class Reader {
  readonly drawn: Drawn[] = []
  private operands: string[] = []
  private look: Look = {
    state: '',
    fill: '0 g',
    stroke: '0 G',
    lineWidth: 1,
    matrix: IDENTITY,
    clip: undefined,
  }
  private readonly saved: Look[] = []
  private fillSpace = ''
  private strokeSpace = ''
  private font: [name: string, sizePt: number] = ['', 0]
  private textMatrix: Matrix = IDENTITY
  private path: Drawn | undefined
  private start: [number, number] = [0, 0]

  take(token: string): void {
    if (!isOperator(token)) {
      this.operands.push(token)
      return
    }
    const draw = OPERATORS[token]
    if (draw) draw.call(this, this.operands)
    else this.drawn.push({ kind: 'unknown', operator: token, ...this.look })
    this.operands = []
  }

  static readonly operators: Record<string, (this: Reader, operands: string[]) => void> = {
    q() {
      this.saved.push({ ...this.look })
    },
    Q() {
      this.look = this.saved.pop() ?? this.look
    },
    cm(operands) {
      this.look = { ...this.look, matrix: multiply(matrixOf(operands), this.look.matrix) }
    },
    gs([name = '']) {
      this.look = { ...this.look, state: name.slice(1) }
    },
    k(operands) {
      this.look = { ...this.look, fill: `${operands.join(' ')} k` }
    },
    K(operands) {
      this.look = { ...this.look, stroke: `${operands.join(' ')} k` }
    },
    cs([name = '']) {
      this.fillSpace = name
    },
    CS([name = '']) {
      this.strokeSpace = name
    },
    scn([tint]) {
      this.look = { ...this.look, fill: `${this.fillSpace} ${tint} scn` }
    },
    SCN([tint]) {
      this.look = { ...this.look, stroke: `${this.strokeSpace} ${tint} scn` }
    },
    w([width]) {
      this.look = { ...this.look, lineWidth: Number(width) }
    },
    re(operands) {
      const [x = 0, y = 0, width = 0, height = 0] = operands.map(Number)
      this.path = { kind: 'fill', box: [x, y, width, height], ...this.look }
    },
    m(operands) {
      const [x = 0, y = 0] = operands.map(Number)
      this.start = [x, y]
    },
    l(operands) {
      const [x = 0, y = 0] = operands.map(Number)
      this.path = { kind: 'line', ends: [...this.start, x, y], ...this.look }
    },
    c() {
      this.path = { kind: 'curve', ...this.look }
    },
    f() {
      this.finish()
    },
    S() {
      if (this.path?.kind === 'fill') this.path = { ...this.path, kind: 'frame' }
      this.finish()
    },
    s() {
      this.finish()
    },
    W() {
      if (this.path?.kind === 'fill') this.look = { ...this.look, clip: this.path.box }
    },
    n() {
      this.path = undefined
    },
    BT() {
      this.textMatrix = IDENTITY
    },
    ET() {},
    Tf([name = '', size]) {
      this.font = [name.slice(1), Number(size)]
    },
    Tm(operands) {
      this.textMatrix = matrixOf(operands)
    },
    TJ(operands) {
      const shown = operands
        .slice(1, -1)
        .map((part): number | string => (part.startsWith('<') ? part.slice(1, -1) : Number(part)))
      const [font, sizePt] = this.font
      this.drawn.push({ kind: 'glyphs', font, sizePt, place: this.textMatrix, shown, ...this.look })
    },
    Do([name = '']) {
      this.drawn.push({ kind: 'picture', name: name.slice(1), ...this.look })
    },
    BDC() {},
    BMC() {},
    EMC() {},
  }

  private finish(): void {
    if (this.path) this.drawn.push({ ...this.path, ...this.look } as Drawn)
    this.path = undefined
  }
}

const OPERATORS = Reader.operators

/** Operators begin with a letter or a quotation mark; names, numbers and brackets with something else. */
function isOperator(token: string): boolean {
  const first = token.charCodeAt(0)
  const letter = first | 0x20
  return (letter >= 0x61 && letter <= 0x7a && first >= 0x41) || first === 0x27 || first === 0x22
}

const matrixOf = (operands: readonly string[]): Matrix => operands.map(Number) as unknown as Matrix

/** `a` applied first. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ]
}
