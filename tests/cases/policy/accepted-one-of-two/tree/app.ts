import mixpanel from 'mixpanel-browser'
import { auth } from '@acme/auth'

interface User { id: string; email: string; name: string; phone: string }

auth.on('login', (user: User) => {
  mixpanel.people.set({ $email: user.email }) // vendorflow: allow contact.email -> mixpanel until 2027-01-31: the contract ends
  mixpanel.people.set({ $email: user.email, plan: 'free' })
})
