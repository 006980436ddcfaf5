import mixpanel from 'mixpanel';

const client = mixpanel.init('key');

export class SignupController {
  async create(req, res) {
    client.people.set('x', { $email: req.body.email }); // ~> contact.email mixpanel
    res.sendStatus(201);
  }
  unused(user) {
    client.people.set('x', { $email: user.email });
  }
}
