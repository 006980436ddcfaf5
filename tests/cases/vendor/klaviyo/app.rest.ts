import { Catalogs, Conversations, CustomObjects, Events, Profiles, Templates } from 'klaviyo-api';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Line { text: string }

inbox.on('signup', async (user: User, line: Line) => {
  await Profiles.createProfile({ data: { type: 'profile', attributes: { email: user.email } } }); // ~> contact.email klaviyo
  await Events.createEvent({ data: { type: 'event', attributes: { properties: { email: user.email } } } }); // ~> contact.email klaviyo
  await Catalogs.createBackInStockSubscription({ data: { type: 'back-in-stock-subscription', attributes: { profile: { data: { attributes: { email: user.email } } } } } }); // ~> contact.email klaviyo
  await Conversations.createConversationMessage({ data: { type: 'conversation-message', attributes: { body: line.text } } }); // ~> content.message klaviyo
  await CustomObjects.createDataSourceRecord({ data: { attributes: { record: { email: user.email } } } }); // ~> contact.email klaviyo
  await Templates.renderTemplate({ data: { type: 'template', id: '1', attributes: { context: { email: user.email } } } }); // ~> contact.email klaviyo
});
