import { http } from '@acme/http';

const API = 'https://api.mixpanel.com';

export async function POST(request: Request & { body: { email: string } }) {
  await http.send({ url: `${API}/track`, method: 'POST', body: JSON.stringify({ email: request.body.email }) }); // ~> contact.email mixpanel
  await http.send({ url: 'https://api.example.org/track', method: 'POST', body: JSON.stringify({ email: request.body.email }) });
  http.describe({ url: `${API}/track`, note: request.body.email });
}
