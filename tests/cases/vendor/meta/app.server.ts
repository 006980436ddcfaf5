import { UserData, ServerEvent, CustomData, EventRequest } from 'facebook-nodejs-business-sdk';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; phone: string; firstName: string; lastName: string; gender: string; dateOfBirth: string; city: string; state: string; zip: string; country: string; plan: string }

const app = express();

app.post('/orders', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  const data = new UserData();
  data.setEmail(user.email); // ~> contact.email meta
  data.setPhone(user.phone); // ~> contact.phone meta
  data.setFirstName(user.firstName); // ~> identity.first_name meta
  data.setLastName(user.lastName); // ~> identity.last_name meta
  data.setGender(user.gender); // ~> demographic.gender meta
  data.setDateOfBirth(user.dateOfBirth); // ~> demographic.date_of_birth meta
  data.setCity(user.city); // ~> location.city meta
  data.setState(user.state); // ~> location.region meta
  data.setZip(user.zip); // ~> location.postal_code meta
  data.setCountry(user.country); // ~> location.country meta
  data.setExternalId(user.id); // ~> identifier.user_id meta
  data.setClientIpAddress(req.ip); // ~> identifier.ip_address meta
  data.setClientUserAgent(req.headers['user-agent']); // ~> device.user_agent meta
  data.setFbp(req.cookies._fbp); // ~> identifier.cookie_id meta
  data.setFbc(req.cookies._fbc); // ~> identifier.click_id meta
  const custom = new CustomData();
  custom.setCurrency('EUR');
  custom.setValue(10);
  custom.setCustomProperties({ email: user.email }); // ~> contact.email meta
  const event = new ServerEvent();
  event.setEventName('Purchase');
  event.setUserData(data);
  event.setCustomData(custom);
  await new EventRequest('token', '123').setEvents([event]).execute();
  res.send('ok');
});
