import { algoliasearch } from 'algoliasearch';
import aa from 'search-insights';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

const client = algoliasearch('app', 'key');

auth.on('login', async (user: User, search: { query: string }) => {
  await client.saveObject({ indexName: 'users', body: { objectID: '1', email: user.email, firstName: user.firstName } }); // ~> contact.email algolia, identity.first_name algolia
  await client.saveObjects({ indexName: 'users', objects: [{ objectID: '1', phone: user.phone }] }); // ~> contact.phone algolia
  await client.searchSingleIndex({ indexName: 'docs', searchParams: { query: search.query } }); // ~> behavior.search_query algolia
  await client.search({ requests: [{ indexName: 'docs', query: search.query }] }); // ~> behavior.search_query algolia
  await client.search([{ indexName: 'docs', params: { query: search.query } }]); // ~> behavior.search_query algolia
  aa('setUserToken', user.id); // ~> identifier.user_id algolia
  aa('clickedObjectIDsAfterSearch', { index: 'docs', eventName: 'click', userToken: user.id, objectIDs: ['1'], positions: [1], queryID: 'q' }); // ~> identifier.user_id algolia
  await client.saveObject({ indexName: 'plans', body: { objectID: '1', kind: user.plan } });
});
