import { useEffect } from 'react'
import { Text } from 'react-native'
import { Mixpanel } from 'mixpanel-react-native'
import type { User } from './types'

const mixpanel = new Mixpanel('token', true)

export default function App({ user }: { user: User }) {
  useEffect(() => {
    mixpanel.identify(user.id)
    mixpanel.getPeople().set({ $email: user.email })
  }, [user])
  return <Text>Deliveries</Text>
}
