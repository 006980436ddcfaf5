var _ = require(".");
exports.handler = function (request, response) {
  _.mixpanel.people.set({ $email: request.body.email }); // ~> contact.email mixpanel
  _.tracker.people.set({ $email: request.body.email });
};
