import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', 'https://api2.amplitude.com/2/httpapi');
  xhr.setRequestHeader('Content-Type', 'application/json');
  xhr.send(JSON.stringify({ events: [{ user_properties: { email: user.email } }] })); // ~> contact.email amplitude
});
