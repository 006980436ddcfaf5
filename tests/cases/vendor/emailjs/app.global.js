import { auth } from '@acme/auth';

auth.on('login', (user) => {
  emailjs.send('service', 'template', { email: user.email }); // ~> contact.email emailjs
});
