import mixpanel from 'mixpanel-browser'
import { auth } from '@acme/auth'

interface User { id: string; email: string; name: string; phone: string }

mixpanel.init('token', { ip: false, save_referrer: false, track_pageview: false })

auth.on('login', (user: User) => {
  mixpanel.identify(user.id)
  mixpanel.people.set({ $email: user.email, $name: user.name, $phone: user.phone })
})
