import { Keyboard } from 'react-aria-components'

/**
 * The key beside a menu's entry. It is told as the entry's description and drawn from the style sheet: the entry's name
 * is the words alone, and what is read on it must not be more.
 */
export function MenuKey({ of }: { of: string | undefined }) {
  if (!of) return null
  return (
    <Keyboard className="menu-key" data-keys={of}>
      <span className="visually-hidden">{of}</span>
    </Keyboard>
  )
}
