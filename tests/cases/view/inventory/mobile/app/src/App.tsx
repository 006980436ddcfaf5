import { Mixpanel } from 'mixpanel-react-native'
import type { User } from './types'

const mixpanel = new Mixpanel(TOKEN, true)

export function onLogin(user: User) {
  mixpanel.identify(user.id)
  mixpanel.getPeople().set({ $email: user.email })
}
