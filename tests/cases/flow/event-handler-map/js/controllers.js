class LicenseController {
  constructor(eventService) {
    this.eventService = eventService;
  }
  async register(req, res) {
    this.eventService.emit('license-registered', { email: req.body.email }); // ~> contact.email posthog
    this.eventService.emit('license-renewed', { email: req.body.email });
  }
  async remove(req, res) {
    this.eventService.emit('user-deleted', { user: req.user, reason: req.body.reason }); // ~> identifier.user_id posthog
  }
}
exports.LicenseController = LicenseController;
