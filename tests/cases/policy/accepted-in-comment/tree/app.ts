import mixpanel from 'mixpanel-browser'

export function onLogin(user: User) {
  // vendorflow: allow contact.email -> mixpanel until 2027-01-31: the contract ends in January
  mixpanel.people.set({ $email: user.email })
}

export function onSignup(user: User) {
  mixpanel.people.set({ $email: user.email })
}
