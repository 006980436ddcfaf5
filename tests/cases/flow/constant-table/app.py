import platform

from mixpanel import Mixpanel

SYSTEMS = {"Darwin": "macOS", "Linux": "linux", "Windows": "win"}
client = Mixpanel("token")


def report():
    system = SYSTEMS[platform.system()]  # ~> device.os_browser mixpanel
    client.track("id", "start", {"system": system})


report()
