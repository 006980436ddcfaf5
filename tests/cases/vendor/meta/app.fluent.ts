import { CustomData, EventRequest, ServerEvent, UserData } from 'facebook-nodejs-business-sdk';
import { auth } from '@acme/auth';

auth.on('order', (user: { email: string; phone: string }) => {
  const bought = new CustomData().setContentName('book').setNumItems(1).setOrderId(user.email); // ~> contact.email meta
  const event = new ServerEvent().setEventTime(1).setEventId('1').setOptOut(false).setCustomData(bought);
  event.setUserData(new UserData().setPhone(user.phone)); // ~> contact.phone meta
  new EventRequest('token', '1').setTestEventCode('T').setEvents([event]).execute();
});
