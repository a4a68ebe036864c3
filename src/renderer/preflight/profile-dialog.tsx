import { useState } from 'react'
import { Button, FileTrigger, Heading, Input, Label, NumberField, TextField } from 'react-aria-components'
import type { Limits, Profile } from '../../core/preflight/profile.ts'
import { severityIn } from '../../core/preflight/profile.ts'
import { groupOf, RULE_IDS, type RuleId, type RuleSeverity } from '../../core/preflight/rules.ts'
import { problemText } from '../../shared/messages.ts'
import { Choice } from '../controls/choice.tsx'
import { CloseButton, DialogFoot, DialogShell } from '../dialogs/dialog-frame.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { chooseProfile } from './acting.ts'
import { ruleName } from './issue-words.ts'
import {
  allProfiles,
  deleteProfile,
  freeProfileId,
  importProfile,
  isShipped,
  ownProfiles,
  profileOf,
  saveProfile,
} from './profiles.ts'

const UNITS: Record<keyof Limits, string> = {
  leastPpi: 'ppi',
  ppi: 'ppi',
  lineArtPpi: 'ppi',
  inkPercent: '%',
  hairlinePt: 'pt',
  tintedHairlinePt: 'pt',
  textPt: 'pt',
  tintedTextPt: 'pt',
  reversedTextPt: 'pt',
  looseEm: 'em',
  shortRows: '',
  bleedMm: 'mm',
}
const LIMITS = Object.keys(UNITS) as (keyof Limits)[]
const GROUPS = ['page', 'text', 'print'] as const
const SEVERITIES: readonly RuleSeverity[] = ['error', 'warning', 'info', 'off']

/** 检查方案: each rule and each limit of each; a paper's own are kept on this machine and can be passed on as files. */
export function ProfileDialog() {
  const say = useSay()
  const doc = useStore(app, (state) => state.page?.doc)
  const language = useStore(app, (state) => state.language)
  useStore(ownProfiles, (state) => state.own)
  const [problem, setProblem] = useState('')
  if (!doc) return null
  const profile = profileOf(doc)
  const take = async (files: FileList | null) => {
    const text = await files?.[0]?.text()
    if (text === undefined) return
    const read = importProfile(text)
    if (read.ok) chooseProfile(read.value.id)
    setProblem(read.ok ? '' : problemText(language, read.error).what)
  }
  return (
    <DialogShell title={say('profile.title')} className="presets profiles" testId="profile-dialog" beside>
      <div className="presets-head">
        <Heading slot="title">{say('profile.title')}</Heading>
      </div>
      <div className="presets-head">
        <Choice
          label={say('preflight.profile')}
          value={profile.id}
          items={allProfiles().map(({ id, name }) => ({ id, name: name[language] }))}
          onChange={(id) => void chooseProfile(id)}
        />
        <Button
          className="button"
          onPress={() => chooseProfile(copyOf(profile, say))}
          data-testid="profile-copy"
        >
          {say('profile.copy')}
        </Button>
        <FileTrigger acceptedFileTypes={['.json']} onSelect={(files) => void take(files)}>
          <Button className="button">{say('profile.import')}</Button>
        </FileTrigger>
      </div>
      {problem && <p role="alert">{problem}</p>}
      {isShipped(profile) ? (
        <p className="dim">{say('profile.shipped')}</p>
      ) : (
        <ProfileName profile={profile} />
      )}
      <ProfileForm key={profile.id} profile={profile} />
      <DialogFoot
        aside={
          !isShipped(profile) && (
            <Button className="button ghost danger" onPress={() => deleteProfile(profile.id)}>
              {say('profile.delete')}
            </Button>
          )
        }
      >
        <Button className="button" onPress={() => saveAsFile(profile)}>
          {say('profile.export')}
        </Button>
        <CloseButton />
      </DialogFoot>
    </DialogShell>
  )
}

/** The id of the copy. */
function copyOf(profile: Profile, say: Say): string {
  const id = freeProfileId()
  const name = say('profile.own-name')
  saveProfile({
    ...profile,
    id,
    name: { zh: `${name} · ${profile.name.zh}`, en: `${name} · ${profile.name.en}` },
  })
  return id
}

function saveAsFile(profile: Profile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(
    new Blob([`${JSON.stringify(profile, null, 2)}\n`], { type: 'application/json' }),
  )
  link.download = `${profile.id}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

function ProfileName({ profile }: { profile: Profile }) {
  const say = useSay()
  const language = useStore(app, (state) => state.language)
  const [name, setName] = useState(profile.name[language])
  const keep = () => {
    const now = name.trim()
    if (now === '') setName(profile.name[language])
    else saveProfile({ ...profile, name: { zh: now, en: now } })
  }
  return (
    <TextField className="field" value={name} onChange={setName} onBlur={keep}>
      <Label>{say('profile.name')}</Label>
      <Input lang="zh-CN" />
    </TextField>
  )
}

function ProfileForm({ profile }: { profile: Profile }) {
  const say = useSay()
  const language = useStore(app, (state) => state.language)
  const fixed = isShipped(profile)
  const setLimit = (name: keyof Limits, value: number) =>
    Number.isFinite(value) && saveProfile({ ...profile, limits: { ...profile.limits, [name]: value } })
  const setRule = (rule: RuleId, severity: RuleSeverity) =>
    saveProfile({ ...profile, rules: { ...profile.rules, [rule]: severity } })
  return (
    <section
      className="profile-form"
      aria-label={say('profile.limits')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
      data-testid="profile-form"
    >
      <h3>{say('profile.limits')}</h3>
      <div className="profile-limits">
        {LIMITS.map((name) => (
          <NumberField
            key={name}
            className="field amount"
            isDisabled={fixed}
            value={profile.limits[name]}
            minValue={0}
            maxValue={name === 'inkPercent' ? 400 : 5000}
            formatOptions={{ maximumFractionDigits: 2, useGrouping: false }}
            onChange={(value) => setLimit(name, value)}
          >
            <Label>{say(`limit.${name}`)}</Label>
            <Input />
            <span className="unit">{UNITS[name]}</span>
          </NumberField>
        ))}
      </div>
      {GROUPS.map((group) => (
        <section key={group}>
          <h3>{say(`preflight.group-${group}`, { n: '' })}</h3>
          <ul className="profile-rules">
            {RULE_IDS.filter((rule) => groupOf(rule) === group).map((rule) => (
              <li key={rule}>
                <span className="spacer">{ruleName(language, rule)}</span>
                {fixed ? (
                  <span className="dim">{say(`profile.${severityIn(profile, rule)}`)}</span>
                ) : (
                  <SeverityChoice rule={rule} profile={profile} onChange={setRule} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

interface SeverityProps {
  rule: RuleId
  profile: Profile
  onChange(rule: RuleId, severity: RuleSeverity): void
}

function SeverityChoice({ rule, profile, onChange }: SeverityProps) {
  const say = useSay()
  const language = useStore(app, (state) => state.language)
  return (
    <select
      className="plain-select"
      aria-label={ruleName(language, rule)}
      value={severityIn(profile, rule)}
      onChange={({ target }) => onChange(rule, target.value as RuleSeverity)}
    >
      {SEVERITIES.map((severity) => (
        <option key={severity} value={severity}>
          {say(`profile.${severity}`)}
        </option>
      ))}
    </select>
  )
}
