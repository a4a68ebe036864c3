import { ArrowRight, FileDown, FolderOpen, Info, Newspaper } from 'lucide-react'
import { Button } from 'react-aria-components'
import { COMMANDS, type CommandId } from '../../shared/ipc.ts'
import { runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { Icon, Mark } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { setLanguage } from '../state/settings.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { RecentPages } from './recent-pages.tsx'

/** The first lines of the sample's dump, as they are: doubled, torn, with their blanks. */
const SAMPLE_LINES = [
  '高新园区高新园区0808 2025年3月17日星期一',
  '编辑：邓淑华 组版：王新明',
  '邮箱：dengsh@stdaily.com',
  '▶ 樊晨 本报记者 邓淑华',
  '长春高新区长春高新区：：为可持续为可持续振兴开新局',
  '3月 5日，长春高新区召',
  '开 2025 年重点工作落实推',
  '进会议，总结 2024年工作成',
  '果，部署 2025年重点工作任',
  '务，动员长春高新区上下真',
  '抓实干、奋楫笃行，加速转型',
  '升级、创新发展，为长春',
]

/** What a window shows that has no page: ways to begin, the sample to try, the pages of the last days. */
export function Welcome() {
  const say = useSay()
  const start = useStore(app, (state) => state.start)
  const busy = useStore(app, (state) => state.work !== null)
  // While a file is on its way an invitation would only flash.
  if (!start || busy) return null
  return (
    <div className="welcome" data-testid="empty">
      <div className="welcome-columns">
        <div className="welcome-begin">
          <Mark size={44} />
          <p className="welcome-name">版心</p>
          <p className="welcome-lead">{say('welcome.lead')}</p>
          <Begin id="file.open" sign={FolderOpen} primary />
          {NEW_PAGE && <Begin id={NEW_PAGE} sign={Newspaper} name={say('welcome.new')} />}
          <div className="welcome-drop">
            <Icon of={FileDown} size={18} />
            <p>
              {say('empty.title')}
              <br />
              <span className="dim">{say('empty.formats')}</span>
            </p>
          </div>
        </div>
        <Sample />
      </div>
      <RecentPages />
      <Foot />
    </div>
  )
}

const NEW_PAGE = (Object.keys(COMMANDS) as CommandId[]).find((id) => (id as string) === 'file.new')

interface BeginProps {
  id: CommandId
  sign: typeof FolderOpen
  name?: string
  primary?: boolean
}

function Begin({ id, sign, name, primary = false }: BeginProps) {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const key = firstKey(id, mac)
  return (
    <Button className={`button large${primary ? ' primary' : ''}`} onPress={() => void runCommand(id)}>
      <Icon of={sign} />
      <span>{name ?? say('empty.open')}</span>
      {key && <kbd>{key}</kbd>}
    </Button>
  )
}

function Sample() {
  const say = useSay()
  return (
    <section className="welcome-sample" aria-label={say('welcome.try')}>
      <header>
        <div>
          <h2>{say('welcome.try')}</h2>
          <p>{say('welcome.try-detail')}</p>
        </div>
        <Button className="button large" onPress={() => void runCommand('file.sample')}>
          {say('empty.sample')}
        </Button>
      </header>
      <div className="welcome-picture" aria-hidden="true">
        <div className="welcome-dump" lang="zh-CN">
          {SAMPLE_LINES.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <Icon of={ArrowRight} size={18} />
        <div className="welcome-page" />
      </div>
    </section>
  )
}

function Foot() {
  const say = useSay()
  const { language, start } = {
    language: useStore(app, (s) => s.language),
    start: useStore(app, (s) => s.start),
  }
  const mac = start?.platform === 'darwin'
  return (
    <footer className="welcome-foot">
      <Icon of={Info} size={14} />
      <span>{say('about.local')}</span>
      <span className="spacer" />
      <Button className="link" onPress={() => void runCommand('help.keys')}>
        {say('welcome.keys')} <kbd>{firstKey('help.keys', mac)}</kbd>
      </Button>
      <Button className="link" onPress={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        {language === 'zh' ? 'English' : '简体中文'}
      </Button>
      <span>{say('welcome.version', { version: start?.version ?? '' })}</span>
    </footer>
  )
}
