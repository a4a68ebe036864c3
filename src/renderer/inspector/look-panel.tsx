import { memo } from 'react'
import * as look from '../../core/doc/commands/look.ts'
import type { Frame } from '../../core/doc/schema.ts'
import { parseLength } from '../../core/edit/length.ts'
import { PageGrid } from '../../core/edit/page-grid.ts'
import { Choice, type ChoiceItem } from '../controls/choice.tsx'
import { LengthField } from '../controls/length-field.tsx'
import { perform, refuse } from '../editor/perform.ts'
import type { FrameEntry, PageModel } from '../state/page-model.ts'
import { useSay } from '../state/words.ts'
import { swatchName } from '../swatches/swatch-name.ts'
import { FactGroup } from './facts.tsx'
import { trimmed } from './frame-facts.ts'
import { sameFrames } from './same-frames.ts'

interface LookPanelProps {
  page: PageModel
  frames: readonly FrameEntry[]
}

const MIXED = '\u0000mixed'
const NONE = '\u0000none'
const SIDES = ['top', 'right', 'bottom', 'left'] as const

/** The value that all frames share; undefined where they differ. */
function shared<T>(frames: readonly Frame[], read: (frame: Frame) => T): T | undefined {
  const [first, ...rest] = frames.map(read)
  return rest.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined
}

/** 文框: columns inside, how lines stand, wrap, inset. */
export const FramePanel = memo(function FramePanel({ page, frames }: LookPanelProps) {
  const say = useSay()
  const own = frames.map(({ frame }) => frame)
  const ids = frames.map(({ id }) => id)
  const texts = own.filter((frame) => frame.kind === 'text')
  const locked = own.some((frame) => frame.locked)
  const mixed = say('editor.mixed')
  const grid = new PageGrid(page.doc.setup)
  const em = page.doc.setup.bodyPt
  const onlyText = texts.length === own.length
  const columns = shared(own, (frame) => (frame.kind === 'text' ? (frame.columns?.count ?? 1) : 1))
  const first = texts.find((frame) => frame.columns)?.columns
  const setColumns = (change: Partial<NonNullable<typeof first>>) =>
    perform(
      { name: 'columns' },
      look.divideText(ids, { count: columns ?? 1, gutterPt: grid.gutter, ...first, ...change }),
    )
  const read = (text: string, unit: 'em' | 'pt' | 'mm', take: (pt: number) => boolean): boolean => {
    const value = parseLength(text, unit, grid)
    if (!value.ok) refuse(value.error)
    return value.ok && take(value.value)
  }
  const wrap = shared(own, (frame) => frame.wrap)
  const wraps = shared(own, (frame) => frame.wrap !== undefined)
  const inset = shared(own, (frame) => (frame.kind === 'text' ? frame.inset : undefined))
  const evenSides = (sides: typeof wrap): number | undefined =>
    sides && SIDES.every((side) => sides[side] === sides.top) ? sides.top : undefined
  const sides = (pt: number) => ({ top: pt, right: pt, bottom: pt, left: pt })
  const stand = shared(own, (frame) => (frame.kind === 'text' ? frame.vertical : undefined))
  const stands: ChoiceItem<string>[] = [
    ...(stand === undefined ? [{ id: MIXED, name: mixed }] : []),
    ...(['grid', 'top', 'center', 'bottom'] as const).map((id) => ({ id, name: say(`editor.stand-${id}`) })),
  ]
  return (
    <FactGroup title={say('editor.frame')}>
      <div className="fields-two">
        {onlyText && (
          <>
            <LengthField
              label={say('editor.inner-columns')}
              value={columns === undefined ? undefined : String(columns)}
              mixed={mixed}
              disabled={locked}
              testId="inner-columns"
              onCommit={(text) => {
                const count = Number(text.normalize('NFKC'))
                return Number.isInteger(count) && count >= 1 && count <= 40 && setColumns({ count })
              }}
              onStep={(by) => setColumns({ count: Math.min(40, Math.max(1, (columns ?? 1) + by)) })}
            />
            <LengthField
              label={say('editor.inner-gutter')}
              unit="em"
              value={trimmed((first?.gutterPt ?? grid.gutter) / em)}
              mixed={mixed}
              disabled={locked || (columns ?? 1) < 2}
              onCommit={(text) => read(text, 'em', (pt) => pt >= 0 && setColumns({ gutterPt: pt }))}
              onStep={(by) =>
                setColumns({ gutterPt: Math.max(0, (first?.gutterPt ?? grid.gutter) + by * em * 0.5) })
              }
            />
            <LengthField
              label={say('editor.column-rule')}
              unit="pt"
              value={trimmed(first?.rulePt ?? 0)}
              mixed={mixed}
              disabled={locked || (columns ?? 1) < 2}
              onCommit={(text) => read(text, 'pt', (pt) => pt >= 0 && setColumns({ rulePt: pt }))}
            />
            <LengthField
              label={say('editor.inset')}
              unit="em"
              value={
                inset === undefined
                  ? '0'
                  : evenSides(inset) === undefined
                    ? undefined
                    : trimmed(inset.top / em)
              }
              mixed={mixed}
              disabled={locked}
              testId="inset"
              onCommit={(text) =>
                read(text, 'em', (pt) =>
                  perform({ name: 'inset' }, look.insetText(ids, pt > 0 ? sides(pt) : undefined)),
                )
              }
            />
          </>
        )}
        {onlyText && (
          <Choice
            label={say('editor.stand')}
            items={stands}
            value={stand ?? MIXED}
            disabled={locked}
            onChange={(id) =>
              id !== MIXED && perform({ name: 'stand' }, look.standText(ids, id as NonNullable<typeof stand>))
            }
          />
        )}
        <Choice
          label={say('editor.wrap')}
          items={[
            ...(wraps === undefined ? [{ id: MIXED, name: mixed }] : []),
            { id: NONE, name: say('editor.wrap-none') },
            { id: 'box', name: say('editor.wrap-box') },
          ]}
          value={wraps === undefined ? MIXED : wraps ? 'box' : NONE}
          disabled={locked}
          testId="wrap"
          onChange={(id) =>
            id !== MIXED &&
            perform({ name: 'wrap' }, look.wrapAround(ids, id === NONE ? undefined : sides(em)))
          }
        />
        {wraps !== false && (
          <LengthField
            label={say('editor.wrap-air')}
            unit="em"
            value={evenSides(wrap) === undefined ? undefined : trimmed((evenSides(wrap) ?? 0) / em)}
            mixed={mixed}
            disabled={locked}
            testId="wrap-air"
            onCommit={(text) =>
              read(text, 'em', (pt) => perform({ name: 'wrap' }, look.wrapAround(ids, sides(pt))))
            }
          />
        )}
      </div>
    </FactGroup>
  )
}, sameFrames)

/** 外观: ground and outline by the page's swatches. */
export const LookPanel = memo(function LookPanel({ page, frames }: LookPanelProps) {
  const say = useSay()
  const own = frames.map(({ frame }) => frame)
  const ids = frames.map(({ id }) => id)
  const locked = own.some((frame) => frame.locked)
  const mixed = say('editor.mixed')
  const filled = own.filter(look.canBeFilled)
  const rules = own.every((frame) => frame.kind === 'rule')
  if (filled.length + own.filter(({ kind }) => kind === 'rule').length === 0) return null
  const fill = shared(own, (frame) => ('fill' in frame ? (frame.fill ?? NONE) : NONE))
  const stroke = shared(own, (frame) => ('stroke' in frame ? (frame.stroke ?? NONE) : NONE))
  const strokePt = shared(own, (frame) => ('strokePt' in frame ? (frame.strokePt ?? 0) : 0))
  const swatches = (value: string | undefined, none: boolean): ChoiceItem<string>[] => [
    ...(value === undefined ? [{ id: MIXED, name: mixed }] : []),
    ...(none ? [{ id: NONE, name: say('editor.no-swatch') }] : []),
    ...Object.entries(page.doc.swatches).map(([id, { screen }]) => ({
      id,
      name: swatchName(id, say),
      colour: screen,
    })),
  ]
  return (
    <FactGroup title={say('editor.look')}>
      <div className="fields-two">
        {filled.length > 0 && (
          <Choice
            label={say('editor.fill')}
            items={swatches(fill, true)}
            value={fill ?? MIXED}
            disabled={locked}
            testId="fill"
            onChange={(id) =>
              id !== MIXED && perform({ name: 'fill' }, look.fillFrames(ids, id === NONE ? undefined : id))
            }
          />
        )}
        <Choice
          label={say('editor.stroke')}
          items={swatches(stroke, !rules)}
          value={stroke ?? MIXED}
          disabled={locked}
          testId="stroke"
          onChange={(id) =>
            id !== MIXED &&
            perform(
              { name: 'stroke' },
              look.strokeFrames(ids, id === NONE ? undefined : id, strokePt || 0.75),
            )
          }
        />
        <LengthField
          label={say('editor.stroke-pt')}
          unit="pt"
          value={strokePt === undefined ? undefined : trimmed(strokePt)}
          mixed={mixed}
          disabled={locked || stroke === NONE}
          testId="stroke-pt"
          onCommit={(text) => {
            const value = parseLength(text, 'pt', new PageGrid(page.doc.setup))
            if (!value.ok) refuse(value.error)
            if (!value.ok || value.value < 0 || stroke === undefined) return false
            return perform(
              { name: 'stroke' },
              look.strokeFrames(ids, stroke === NONE ? undefined : stroke, value.value),
            )
          }}
          onStep={(by) =>
            stroke !== undefined &&
            stroke !== NONE &&
            perform(
              { name: 'stroke' },
              look.strokeFrames(ids, stroke, Math.max(0, (strokePt ?? 0) + by * 0.25)),
            )
          }
        />
      </div>
    </FactGroup>
  )
}, sameFrames)
