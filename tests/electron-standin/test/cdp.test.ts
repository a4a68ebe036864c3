import { PassThrough } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { CdpConnection, splitAtNul } from '../lib/cdp.cjs'

describe('splitAtNul', () => {
  const split = (...chunks: string[]) => {
    const messages: string[] = []
    const feed = splitAtNul((text: string) => messages.push(text))
    for (const chunk of chunks) feed(Buffer.from(chunk, 'latin1'))
    return messages
  }

  test('several messages in one chunk', () => expect(split('a\0bc\0')).toEqual(['a', 'bc']))
  test('one message in several chunks', () => expect(split('a', 'b', 'c\0d')).toEqual(['abc']))
  test('an end that stands alone', () => expect(split('ab', '\0', 'c\0')).toEqual(['ab', 'c']))
  test('a character cut in two', () => {
    const bytes = Buffer.from('版\0').toString('latin1')
    expect(split(bytes.slice(0, 1), bytes.slice(1))).toEqual(['版'])
  })
})

describe('CdpConnection', () => {
  let toBrowser: PassThrough
  let fromBrowser: PassThrough
  let connection: InstanceType<typeof CdpConnection>

  beforeEach(() => {
    toBrowser = new PassThrough()
    fromBrowser = new PassThrough()
    connection = new CdpConnection(toBrowser, fromBrowser)
  })

  const sent = () => JSON.parse(String(toBrowser.read()).replace(/\0$/, ''))
  const answer = (message: object) => fromBrowser.write(`${JSON.stringify(message)}\0`)

  test('a command is one message with a session, and gets its own reply', async () => {
    const first = connection.session('S1').send('Page.enable', { a: 1 })
    expect(sent()).toEqual({ id: 1, method: 'Page.enable', params: { a: 1 }, sessionId: 'S1' })
    const second = connection.send('Browser.getVersion')
    answer({ id: 2, result: 'second' })
    answer({ id: 1, result: 'first' })
    expect(await Promise.all([first, second])).toEqual(['first', 'second'])
  })

  test('a protocol error names the command', async () => {
    const reply = connection.send('Page.navigate')
    answer({ id: 1, error: { message: 'Cannot navigate' } })
    await expect(reply).rejects.toThrow('Page.navigate: Cannot navigate')
  })

  test('events reach the session they belong to', async () => {
    const mine = connection.session('S1')
    const heard = new Promise((resolve) => mine.once('Page.loadEventFired', resolve))
    connection.session('S2').once('Page.loadEventFired', () => {
      throw new Error('the wrong session heard it')
    })
    answer({ method: 'Page.loadEventFired', params: { at: 1 }, sessionId: 'S1' })
    expect(await heard).toEqual({ at: 1 })
  })

  test('when the browser is gone, open and later commands fail', async () => {
    const open = connection.send('Page.enable')
    fromBrowser.destroy()
    await expect(open).rejects.toThrow('Page.enable: the browser is gone')
    await expect(connection.send('Page.enable')).rejects.toThrow('the browser is gone')
  })
})
