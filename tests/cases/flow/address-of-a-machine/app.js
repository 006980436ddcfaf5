import mixpanel from 'mixpanel-browser'

export async function POST(request) {
  const body = await request.json()
  mixpanel.track('connected', {
    client_email: body.warehouse.client_email,
    private_key: body.warehouse.private_key_id,
  })
  mixpanel.track('linked', { account: body.credentials.client_email })
  mixpanel.track('invited', { client_email: body.client_email }) // ~> contact.email mixpanel
}
