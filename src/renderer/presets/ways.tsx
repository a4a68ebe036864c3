/** The ordered lists of a preset: in which ways a line gives up width, and in which it takes it up. */
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Preset } from '../../core/doc/schema.ts'
import { Icon } from '../icons.tsx'
import { useSay } from '../state/words.ts'
import { Amount, Marks } from './fields.tsx'

type Squeeze = Preset['squeezes'][number]
type Stretch = Preset['stretches'][number]
type What = Squeeze['what']

interface ListProps<T> {
  ways: readonly T[]
  onChange(ways: T[]): void
}

const COMMON_MARKS = '，、；：“”‘’《》（）！？'

const NEW_SQUEEZE: Record<What, Squeeze> = {
  marks: { what: 'marks', marks: COMMON_MARKS, toEm: 0.5 },
  'line-end': { what: 'line-end', marks: '，。、；：！？”’）》', toEm: 0.5 },
  'word-space': { what: 'word-space', toEm: 0.25 },
  gap: { what: 'gap', toEm: 0.125 },
}

export function Squeezes({ ways, onChange }: ListProps<Squeeze>) {
  const say = useSay()
  return (
    <WayList ways={ways} onChange={onChange} fresh={NEW_SQUEEZE} to={say('presets.squeeze-to')}>
      {(way, change) =>
        'marks' in way && (
          <Marks
            label={say('presets.squeeze-marks')}
            value={way.marks}
            onChange={(marks) => change({ ...way, marks })}
          />
        )
      }
    </WayList>
  )
}

const NEW_STRETCH: Record<Stretch['what'], Stretch> = {
  'word-space': { what: 'word-space', toEm: 0.5 },
  gap: { what: 'gap', toEm: 0.5 },
}

export function Stretches({ ways, onChange }: ListProps<Stretch>) {
  const say = useSay()
  return (
    <WayList ways={ways} onChange={onChange} fresh={NEW_STRETCH} to={say('presets.stretch-to')}>
      {() => null}
    </WayList>
  )
}

interface WayListProps<T> extends ListProps<T> {
  /** One of each kind, as it is added. */
  fresh: Partial<Record<What, T>>
  to: string
  children(way: T, change: (way: T) => void): React.ReactNode
}

function WayList<T extends { what: What; toEm: number }>(props: WayListProps<T>) {
  const { ways, onChange, fresh, to, children } = props
  const say = useSay()
  const change = (at: number) => (way: T) => onChange(ways.map((each, i) => (i === at ? way : each)))
  const swap = (at: number, by: 1 | -1) => {
    const next = [...ways]
    next.splice(at + by, 0, ...next.splice(at, 1))
    onChange(next)
  }
  return (
    <ol className="ways">
      {ways.map((way, at) => {
        const name = say(`presets.what.${way.what}`)
        const of = (act: string) => `${act} ${at + 1} ${name}`
        return (
          <li key={at}>
            <div className="way-head">
              <span className="way-name">{`${at + 1}. ${name}`}</span>
              <Amount
                label={to}
                unit="em"
                value={way.toEm}
                onChange={(toEm) => change(at)({ ...way, toEm })}
              />
              <WayButton
                sign={ArrowUp}
                label={of(say('presets.up'))}
                off={at === 0}
                onPress={() => swap(at, -1)}
              />
              <WayButton
                sign={ArrowDown}
                label={of(say('presets.down'))}
                off={at === ways.length - 1}
                onPress={() => swap(at, 1)}
              />
              <WayButton
                sign={X}
                label={of(say('presets.remove'))}
                onPress={() => onChange(ways.filter((_, i) => i !== at))}
              />
            </div>
            {children(way, change(at))}
          </li>
        )
      })}
      <li>
        <MenuTrigger>
          <Button className="button ghost">
            <Icon of={Plus} size={14} />
            {say('presets.add')}
          </Button>
          <Popover className="popover" placement="bottom start">
            <Menu
              className="menu"
              onAction={(key) => {
                const way = fresh[key as What]
                if (way) onChange([...ways, way])
              }}
            >
              {(Object.keys(fresh) as What[]).map((what) => (
                <MenuItem key={what} id={what} className="menu-item plain">
                  {say(`presets.what.${what}`)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </li>
    </ol>
  )
}

interface WayButtonProps {
  sign: typeof X
  label: string
  off?: boolean
  onPress(): void
}

const WayButton = ({ sign, label, off = false, onPress }: WayButtonProps) => (
  <Button className="tool small" aria-label={label} isDisabled={off} onPress={onPress}>
    <Icon of={sign} size={14} />
  </Button>
)
