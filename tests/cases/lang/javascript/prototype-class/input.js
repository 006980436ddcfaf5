function Tracker(client) { this.client = client; }
Tracker.prototype.send = function (user) { this.client.send(user.email); };
Tracker.create = () => new Tracker();
