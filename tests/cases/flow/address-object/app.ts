const api = { host: 'https://api.mixpanel.com', own: 'https://api.example.org' };

export async function POST(request: Request & { body: { email: string } }) {
  await fetch(new URL('/track', api.host), { method: 'POST', body: JSON.stringify({ email: request.body.email }) }); // ~> contact.email mixpanel
  await fetch(new URL('/track', api.own), { method: 'POST', body: JSON.stringify({ email: request.body.email }) });
  const address = new URL(api.host);
  address.searchParams.set('email', request.body.email); // ~> contact.email mixpanel
  await fetch(address.toString());
}
