import express from 'express';

class HttpBaseClient {
  constructor(private readonly baseUrl: string) {}

  protected post(path: string, body: unknown) {
    return fetch(this.baseUrl + path, { method: 'POST', body: JSON.stringify(body) });
  }
}

class SegmentClient extends HttpBaseClient {
  constructor() {
    super('https://api.segment.io/v1');
  }

  identify(email: string) {
    return this.post('/identify', { traits: { email } });
  }
}

const client = new SegmentClient();
const app = express();
app.post('/signup', async (req, res) => {
  await client.identify(req.body.email); // ~> contact.email segment
  res.sendStatus(201);
});
