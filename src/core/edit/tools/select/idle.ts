/** Nothing is under way: a press decides what begins. */

import { boxOf } from '../../../doc/commands/command.ts'
import { withGroups } from '../../../doc/commands/groups.ts'
import { cutThread, unthreadFrame } from '../../../doc/commands/thread.ts'
import { type Box, unionOf } from '../../../geometry.ts'
import { framesAt, guideAt, handleAt, type Point, type Port, portAt } from '../../hit.ts'
import { gripAt, hasGrips, type PictureGrip } from '../../picture-grips.ts'
import type { Handle } from '../../resize.ts'
import { loadedTool } from '../thread/loaded.ts'
import {
  type Cursor,
  type Desk,
  HANDLE_PX,
  NEAR_PX,
  PORT_PX,
  type Pointer,
  px,
  type ToolState,
} from '../tool.ts'
import { draggingGuide } from './dragging-guide.ts'
import { marking } from './marking.ts'
import { movingPicture } from './moving-picture.ts'
import { pressing } from './pressing.ts'
import { resizing } from './resizing.ts'

export const selectTool: ToolState = {
  name: 'select',
  cursor,
  down,
}

function cursor(desk: Desk, pointer: Pointer): Cursor {
  const target = targetAt(desk, pointer)
  switch (target.kind) {
    case 'port':
      return 'port'
    case 'grip':
      return target.grip
    case 'handle':
      return `resize-${target.handle}`
    case 'guide':
      return desk.doc.guides?.[target.index]?.axis === 'x' ? 'column' : 'row'
    case 'frame':
      return pointer.alt ? 'copy' : 'move'
    case 'nothing':
      return 'default'
  }
}

function down(desk: Desk, pointer: Pointer): ToolState {
  const target = targetAt(desk, pointer)
  switch (target.kind) {
    case 'port':
      return pressPort(desk, pointer, target.frame, target.port)
    case 'grip':
      return movingPicture(desk, pointer, target.frame, target.grip)
    case 'handle':
      return resizing(pointer, target.handle, target.box)
    case 'guide':
      return draggingGuide(target.index)
    case 'frame':
      return pressing(desk, pointer, target.frames)
    case 'nothing':
      return marking(desk, pointer)
  }
}

type Target =
  | { kind: 'port'; frame: string; port: Port }
  | { kind: 'handle'; handle: Handle; box: Box }
  | { kind: 'grip'; frame: string; grip: PictureGrip }
  | { kind: 'frame'; frames: string[] }
  | { kind: 'guide'; index: number }
  | { kind: 'nothing' }

/** What lies on top of the page goes first: ports, handles, then frames, then guides between them. */
function targetAt(desk: Desk, { at }: Pointer): Target {
  const [only] = desk.selection
  const frame = desk.selection.length === 1 && only !== undefined ? desk.doc.frames[only] : undefined
  if (frame?.kind === 'text' && only !== undefined) {
    const port = portAt(boxOf(frame), at, px(desk, PORT_PX))
    if (port) return { kind: 'port', frame: only, port }
  }
  if (frame && only !== undefined && hasGrips(desk.doc, only)) {
    const grip = gripAt(boxOf(frame), at, px(desk, 1))
    if (grip) return { kind: 'grip', frame: only, grip }
  }
  const box = selectedBox(desk)
  const handle = box && handleAt(box, at, px(desk, HANDLE_PX))
  if (box && handle) return { kind: 'handle', handle, box }
  const frames = framesAt(desk.doc, at, px(desk, NEAR_PX))
  const guide = desk.showGuides ? guideAt(desk.doc, at, px(desk, NEAR_PX)) : undefined
  if (guide !== undefined && !frames.some((id) => desk.selection.includes(id)))
    return { kind: 'guide', index: guide }
  if (frames.length > 0) return { kind: 'frame', frames }
  return { kind: 'nothing' }
}

const selectedBox = (desk: Desk): Box | undefined =>
  unionOf(
    withGroups(desk.doc, desk.selection).flatMap((id) => {
      const frame = desk.doc.frames[id]
      return frame ? [boxOf(frame)] : []
    }),
  )

function pressPort(desk: Desk, pointer: Pointer, frame: string, port: Port): ToolState {
  if (pointer.alt) {
    if (port === 'out') desk.perform('cut-thread', (doc) => cutThread(doc, frame))
    else desk.perform('unthread', (doc) => unthreadFrame(doc, frame))
    return selectTool
  }
  if (port === 'in') return selectTool
  if (desk.isOverset(frame)) desk.showProposals(frame)
  desk.load({ after: frame })
  return loadedTool(selectTool)
}

/** The frame that a point means. */
export const frameUnder = (desk: Desk, at: Point): string | undefined =>
  framesAt(desk.doc, at, px(desk, NEAR_PX))[0]
