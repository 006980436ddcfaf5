import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY! });

export async function POST(request: Request) {
  const body = await request.json();
  analytics.identify({ userId: 'signup', traits: { email: body.email } }); // ~> contact.email segment
  return Response.json({ ok: true });
}
