import mixpanel from 'mixpanel-browser'
import { auth } from '@acme/auth'

interface User { id: string; email: string; name: string; phone: string }

auth.on('login', (user: User) => {
  // vendorflow: allow contact.email -> mixpanel until 2027-01-31: the contract ends in January
  mixpanel.people.set({ $email: user.email })
})

auth.on('signup', (user: User) => {
  mixpanel.people.set({ $email: user.email })
})
