import mixpanel from 'mixpanel-browser'

export async function POST(request) {
  const { user } = await request.json()
  mixpanel.track('sent', {
    to: [{ address: user.address, name: 'Reader' }], // ~> contact.email mixpanel
    shipTo: user.address, // ~> contact.address mixpanel
  })
}
