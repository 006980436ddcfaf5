import mixpanel from 'mixpanel-browser'

export function onLogin(user: User) {
  mixpanel.people.set({ $email: user.email }) // vendorflow: allow contact.email -> mixpanel until 2027-01-31: the contract ends
  mixpanel.people.set({ $email: user.email, plan: 'free' })
}
