import { memo, useState } from 'react'
import { Radio, RadioGroup, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { unionOf } from '../../core/geometry.ts'
import { columnsLabel } from '../canvas/frame-name.ts'
import { gridPlace } from '../canvas/place.ts'
import { LengthField } from '../controls/length-field.tsx'
import { editor } from '../editor/editor-state.ts'
import * as places from '../editor/place-edits.ts'
import { useLengths } from '../state/lengths.ts'
import type { FrameEntry, PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { FactGroup } from './facts.tsx'
import { sameFrames } from './same-frames.ts'

const SHARES = [0, 0.5, 1] as const

interface PlacePanelProps {
  page: PageModel
  frames: readonly FrameEntry[]
}

/** 位置与大小, in 栏 × 行 and by length: both are fields. Several frames are placed as one. */
export const PlacePanel = memo(function PlacePanel({ page, frames }: PlacePanelProps) {
  const say = useSay()
  const way = useStore(editor, (state) => state.placeUnit)
  const lengths = useLengths()
  const [anchor, setAnchor] = useState<places.Anchor>({ x: 0, y: 0 })
  const box = unionOf(frames.map((frame) => frame.box))
  if (!box) return null
  const locked = frames.some(({ frame }) => frame.locked)
  const { firstColumn, lastColumn, row, rows } = gridPlace(page.composition.grid, box)
  const at = places.anchored(box, anchor)
  const mixed = say('editor.mixed')
  const length = (field: places.BoxField, label: string, name?: string) => (
    <LengthField
      label={label}
      {...(name && { name })}
      unit={lengths.unit}
      value={lengths.text(at[field])}
      mixed={mixed}
      disabled={locked}
      testId={`place-${field}`}
      onCommit={(text) => places.commitLength(box, field, text, anchor)}
      onStep={(by, far) => places.stepLength(box, field, lengths.stepPt * by * (far ? 10 : 1), anchor)}
    />
  )
  const [first] = frames
  return (
    <FactGroup
      title={say('inspector.place')}
      aside={
        <ToggleButtonGroup
          className="segments"
          aria-label={say('editor.place-unit')}
          disallowEmptySelection
          selectedKeys={[way]}
          onSelectionChange={([key]) => editor.set({ placeUnit: key === 'length' ? 'length' : 'grid' })}
        >
          <ToggleButton id="grid" className="segment">
            {say('editor.by-grid')}
          </ToggleButton>
          <ToggleButton id="length" className="segment">
            {lengths.unit}
          </ToggleButton>
        </ToggleButtonGroup>
      }
    >
      <div className="fields-two">
        <LengthField
          label={say('inspector.columns')}
          value={columnsLabel(firstColumn, lastColumn)}
          mixed={mixed}
          disabled={locked}
          testId="place-columns"
          onCommit={(text) => places.commitColumns(box, text)}
          onStep={(by, far) => {
            const last = Math.max(firstColumn, lastColumn + by * (far ? 10 : 1))
            places.commitColumns(box, columnsLabel(firstColumn, Math.min(page.doc.setup.columns, last)))
          }}
        />
        <LengthField
          label={say('inspector.split')}
          value={
            frames.length === 1 && first?.story
              ? `${first.index + 1} / ${first.count}`
              : String(frames.length)
          }
          mixed={mixed}
          disabled
          onCommit={() => true}
        />
        <LengthField
          label={say('inspector.row')}
          value={String(row)}
          mixed={mixed}
          disabled={locked}
          testId="place-row"
          onCommit={(text) => places.commitRows(box, 'row', text)}
          onStep={(by, far) => places.stepTo(box, 'row', row + by * (far ? 10 : 1))}
        />
        <LengthField
          label={say('inspector.rows')}
          value={String(rows)}
          mixed={mixed}
          disabled={locked}
          testId="place-rows"
          onCommit={(text) => places.commitRows(box, 'rows', text)}
          onStep={(by, far) => places.stepTo(box, 'rows', rows + by * (far ? 10 : 1))}
        />
      </div>
      <div className="anchored-grid">
        <AnchorChoice anchor={anchor} onChange={setAnchor} />
        <div className="fields-two">
          {length('x', 'X')}
          {length('y', 'Y')}
          {length('width', say('inspector.width'))}
          {length('height', say('inspector.height'))}
        </div>
      </div>
    </FactGroup>
  )
}, sameFrames)

/** Nine points of a box: which of them stays, and is spoken of. */
function AnchorChoice({
  anchor,
  onChange,
}: {
  anchor: places.Anchor
  onChange(anchor: places.Anchor): void
}) {
  const say = useSay()
  return (
    <RadioGroup
      className="anchor"
      aria-label={say('editor.anchor')}
      value={`${anchor.x} ${anchor.y}`}
      onChange={(key) => {
        const [x = 0, y = 0] = key.split(' ').map(Number)
        onChange({ x, y } as places.Anchor)
      }}
    >
      {SHARES.flatMap((y, down) =>
        SHARES.map((x, across) => (
          <Radio
            key={`${x} ${y}`}
            value={`${x} ${y}`}
            className="anchor-point"
            aria-label={say('editor.anchor-at', { n: down * 3 + across + 1 })}
          />
        )),
      )}
    </RadioGroup>
  )
}
