import { Client } from '@upstash/qstash';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { Search } from '@upstash/search';
import { Index } from '@upstash/vector';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; phone: string; plan: string }

const redis = Redis.fromEnv();
const ratelimit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, '10 s') });
const index = new Index();
const search = Search.fromEnv().index('notes');
const qstash = new Client({ token: 'token' });
const app = express();

app.post('/notes', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  await ratelimit.limit(req.ip); // ~> identifier.ip_address upstash
  await ratelimit.blockUntilReady(user.id, 1000); // ~> identifier.user_id upstash
  await redis.set('user', { email: user.email }); // ~> contact.email upstash
  await redis.setex('user', 60, user.email); // ~> contact.email upstash
  await redis.hset('user', { phone: user.phone }); // ~> contact.phone upstash
  await redis.lpush('users', user.email); // ~> contact.email upstash
  await redis.json.set('user', '$', { email: user.email }); // ~> contact.email upstash
  await redis.pipeline().set('user', user.email).exec(); // ~> contact.email upstash
  await index.upsert({ id: '1', data: req.body.note, metadata: { email: user.email } }); // ~> contact.email upstash, content.free_text upstash
  await index.namespace('a').query({ data: req.body.question, topK: 3 }); // ~> behavior.search_query upstash
  await search.search({ query: req.body.question, limit: 3 }); // ~> behavior.search_query upstash
  await qstash.publishJSON({ url: 'https://acme.example/mail', body: { email: user.email } }); // ~> contact.email upstash
  await qstash.queue({ queueName: 'mail' }).enqueueJSON({ url: 'https://acme.example/mail', body: { email: user.email } }); // ~> contact.email upstash
  await redis.set('plan', user.plan);
  await redis.get('plan');
  res.send('ok');
});
