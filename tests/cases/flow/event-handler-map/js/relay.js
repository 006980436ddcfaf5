class EventRelay {
  constructor(eventService) {
    this.eventService = eventService;
  }
  setupListeners(map) {
    for (const [eventName, handler] of Object.entries(map)) {
      this.eventService.on(eventName, async (event) => {
        await handler(event);
      });
    }
  }
}
exports.EventRelay = EventRelay;
