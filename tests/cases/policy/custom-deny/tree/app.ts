import mixpanel from 'mixpanel-browser'

mixpanel.init('token', { ip: false, save_referrer: false, track_pageview: false })

export function onLogin(user: User) {
  mixpanel.identify(user.id)
  mixpanel.people.set({ $email: user.email })
}
