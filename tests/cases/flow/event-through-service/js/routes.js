const { LicenseService } = require('./service');

const licenses = new LicenseService();

exports.POST = async (request, response) => {
  await licenses.register({ email: request.body.email, plan: request.body.phone }); // ~> contact.email posthog
};
