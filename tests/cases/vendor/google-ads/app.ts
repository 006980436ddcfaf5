import { GoogleAdsApi } from 'google-ads-api';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string }

const api = new GoogleAdsApi({ client_id: '1', client_secret: '2', developer_token: '3' });
const customer = api.Customer({ customer_id: '1', refresh_token: '2' });

queue.on('order', async (user: User) => {
  await customer.conversionUploads.uploadClickConversions({
    customer_id: '1',
    conversions: [{ user_identifiers: [{ hashed_phone_number: user.phone }] }], // ~> contact.phone google-ads
  });
  await customer.userData.uploadUserData({ operations: [{ create: { user_identifiers: [{ third_party_user_id: user.id }] } }] }); // ~> identifier.user_id google-ads
});
