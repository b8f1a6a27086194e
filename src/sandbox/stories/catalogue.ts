import { demo } from '../demo/demo'
import type { Story } from '../story'
import { counts } from './counts'
import { endings } from './endings'
import { links } from './links'
import { refusals } from './refusals'
import { words } from './words'

const none: Story = { name: 'none', about: 'An empty stage: only what you create.', start: () => {} }

/** Every story by its name. */
export const stories: readonly Story[] = [demo, none, ...endings, ...counts, ...words, ...links, ...refusals]

export const storyNames: readonly string[] = stories.map(({ name }) => name)
export const storyCalled = (name: string): Story | undefined => stories.find(story => story.name === name)
