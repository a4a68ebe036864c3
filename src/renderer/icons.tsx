/** Lucide at our weight, and the few signs that it lacks, drawn on the same 24 grid. */
import type { LucideProps } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'

interface IconProps {
  of: ComponentType<LucideProps>
  size?: number
}

export function Icon({ of: Sign, size = 16 }: IconProps) {
  return <Sign size={size} strokeWidth={1.6} aria-hidden="true" focusable="false" />
}

const drawn = (paths: ReactNode) =>
  function DrawnIcon({ size = 16 }: { size?: number | string }) {
    return (
      <svg className="drawn-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        {paths}
      </svg>
    )
  }

const sheet = <rect width="18" height="18" x="3" y="3" rx="2" />

export const ColumnsSign = drawn(
  <>
    {sheet}
    <path d="M9 3v18M15 3v18" />
  </>,
)

export const RowsSign = drawn(
  <>
    {sheet}
    <path d="M21 9H3M21 15H3" />
  </>,
)

export const CopyfitSign = drawn(<path d="M4 20h16M6 16l6-12 6 12M8 12h8" />)

export function Mark({ size = 18 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      <rect className="mark-frame" x=".75" y=".75" width="16.5" height="16.5" rx="2.5" />
      <path className="mark-head" d="M4.5 4.5h9v2.2h-9z" />
      <path className="mark-columns" d="M5 9.2v4.6M9 9.2v4.6M13 9.2v4.6" />
    </svg>
  )
}
