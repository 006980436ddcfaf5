const { bus } = require('@acme/bus');

class LicenseService {
  async register({ email, plan }) {
    bus.emit('license-registered', { email });
    return plan;
  }
}
exports.LicenseService = LicenseService;
