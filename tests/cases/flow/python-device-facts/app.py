import getpass
import platform
import socket
import uuid

from posthog import Posthog

posthog = Posthog("phc_key")


def main():
    posthog.capture(
        "started",
        distinct_id=str(uuid.getnode()),  # ~> identifier.device_id posthog
        properties={
            "system": platform.platform(),  # ~> device.os_browser posthog
            "machine": socket.gethostname(),  # ~> device.diagnostics posthog
            "who": getpass.getuser(),  # ~> identity.username posthog
        },
    )


if __name__ == "__main__":
    main()
