import { Trash2 } from 'lucide-react'
import { Button, ListBox, ListBoxItem } from 'react-aria-components'
import type { TemplateFacts } from '../../shared/layout-engine.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { layouts } from './layout-state.ts'
import { deleteOwn } from './own-templates.ts'

const MM_PER_PT = 25.4 / 72

/** All templates, each with a drawing of its grid. */
export function TemplateList({ value, onChange }: { value: string; onChange(name: string): void }) {
  const say = useSay()
  const templates = useStore(layouts, (state) => state.templates)
  const language = useStore(app, (state) => state.language)
  const chosen = templates.find(({ name }) => name === value)
  return (
    <div className="templates">
      <ListBox
        className="template-list"
        aria-label={say('new-page.template')}
        layout="grid"
        orientation="horizontal"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const [key] = keys
          if (key !== undefined) onChange(String(key))
        }}
      >
        {templates.map((template) => (
          <ListBoxItem
            key={template.name}
            id={template.name}
            className="template"
            textValue={template.title[language]}
            data-testid={`template-${template.name}`}
          >
            <GridDrawing of={template} />
            <span>{template.title[language]}</span>
            {template.own && <span className="chip">{say('templates.own')}</span>}
          </ListBoxItem>
        ))}
      </ListBox>
      <div className="template-facts dim">
        {chosen && (
          <span>
            {say('templates.facts', {
              width: Math.round(chosen.widthPt * MM_PER_PT),
              height: Math.round(chosen.heightPt * MM_PER_PT),
              columns: chosen.columns,
              em: Number(chosen.columnEm.toFixed(2)),
              pt: chosen.bodyPt,
            })}
          </span>
        )}
        <span className="spacer" />
        {chosen?.own && (
          <Button
            className="tool small"
            aria-label={say('templates.delete')}
            onPress={() => void deleteOwn(chosen.name)}
          >
            <Icon of={Trash2} size={14} />
          </Button>
        )}
      </div>
    </div>
  )
}

/** Trim, folio and columns, true to scale. */
function GridDrawing({ of }: { of: TemplateFacts }) {
  const { widthPt, heightPt, left, top, columns, columnPt, gutterPt, rows, leadingPt, folioRows } = of
  const matter = top + folioRows * leadingPt
  const width = columns * columnPt + (columns - 1) * gutterPt
  return (
    <svg className="grid-drawing" viewBox={`0 0 ${widthPt} ${heightPt}`} aria-hidden="true">
      <rect className="sheet" width={widthPt} height={heightPt} />
      <rect className="folio" x={left} y={matter - leadingPt} width={width} height={leadingPt / 3} />
      {Array.from({ length: columns }, (_, column) => (
        <rect
          key={column}
          className="column"
          x={left + column * (columnPt + gutterPt)}
          y={matter}
          width={columnPt}
          height={top + rows * leadingPt - matter}
        />
      ))}
    </svg>
  )
}
