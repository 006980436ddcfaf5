import mixpanel from 'mixpanel-browser'
import { auth } from '@acme/auth'

interface User { id: string; email: string; name: string; phone: string }

auth.on('login', (user: User) => {
  // vendorflow: ignore
  mixpanel.people.set({ $email: user.email })
  mixpanel.people.set({ $email: user.email }) // vendorflow: allow contact.email -> mixpanel until soon: reason
  mixpanel.people.set({ $email: user.email }) // vendorflow: allow contact.mail -> mixpanel until 2027-01-31: reason
  mixpanel.people.set({ $email: user.email }) // vendorflow: allow contact.email -> mixpanel until 2027-01-31
})
