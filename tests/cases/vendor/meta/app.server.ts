import { UserData, ServerEvent, CustomData, EventRequest } from 'facebook-nodejs-business-sdk';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; phone: string; firstName: string; lastName: string; gender: string; dateOfBirth: string; city: string; state: string; zip: string; country: string; advertisingId: string; searchQuery: string; plan: string }

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
  data.setEmails([user.email]); // ~> contact.email meta
  data.setPhones([user.phone]); // ~> contact.phone meta
  data.setFirstNames([user.firstName]); // ~> identity.first_name meta
  data.setLastNames([user.lastName]); // ~> identity.last_name meta
  data.setGenders([user.gender]); // ~> demographic.gender meta
  data.setDatesOfBirth([user.dateOfBirth]); // ~> demographic.date_of_birth meta
  data.setCities([user.city]); // ~> location.city meta
  data.setStates([user.state]); // ~> location.region meta
  data.setZips([user.zip]); // ~> location.postal_code meta
  data.setCountries([user.country]); // ~> location.country meta
  data.setExternalIds([user.id]); // ~> identifier.user_id meta
  data.setSubscriptionId(user.id); // ~> identifier.user_id meta
  data.setFbLoginId(user.id); // ~> identifier.user_id meta
  data.setLeadId(user.id); // ~> identifier.user_id meta
  data.setF5First(user.firstName); // ~> identity.first_name meta
  data.setF5Last(user.lastName); // ~> identity.last_name meta
  data.setFi(user.firstName); // ~> identity.first_name meta
  data.setDobd(user.dateOfBirth); // ~> demographic.date_of_birth meta
  data.setDobm(user.dateOfBirth); // ~> demographic.date_of_birth meta
  data.setDoby(user.dateOfBirth); // ~> demographic.date_of_birth meta
  data.setMadid(user.advertisingId); // ~> identifier.advertising_id meta
  data.setCtwaClid(req.query.ctwa); // ~> identifier.click_id meta
  data.setAnonId(req.query.anonymous); // ~> identifier.pseudonymous_id meta
  const custom = new CustomData();
  custom.setCurrency('EUR');
  custom.setValue(10);
  custom.setCustomProperties({ email: user.email }); // ~> contact.email meta
  custom.setSearchString(user.searchQuery); // ~> behavior.search_query meta
  custom.setContents([{ email: user.email }]); // ~> contact.email meta
  custom.setOrderId(user.email); // ~> contact.email meta
  const event = new ServerEvent();
  event.setEventName('Purchase');
  event.setUserData(data);
  event.setEventSourceUrl(req.query.page); // ~> behavior.page_url meta
  event.setCustomData(custom);
  await new EventRequest('token', '123').setEvents([event]).execute();
  res.send('ok');
});
