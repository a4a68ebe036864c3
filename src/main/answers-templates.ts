/** Answers about the desk's own page templates. */
import type { Answers, IpcContext } from './ipc.ts'
import { deleteTemplate, listTemplates, saveTemplate } from './templates.ts'

type TemplateChannel = Extract<keyof Answers, `templates:${string}`>

export function templateAnswers({ desk }: IpcContext): Pick<Answers, TemplateChannel> {
  return {
    'templates:list': () => listTemplates(desk.templates),
    'templates:save': (_host, name, template) => saveTemplate(desk.templates, name, template),
    'templates:delete': (_host, name) => deleteTemplate(desk.templates, name),
  }
}
