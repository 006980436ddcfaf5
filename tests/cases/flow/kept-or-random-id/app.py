import uuid

import segment.analytics as analytics
from state_store import read_state


def start():
    state = read_state()
    device_id = state.persisted_device_id or str(uuid.uuid4())  # ~> identifier.device_id segment
    analytics.track(anonymous_id=device_id, event="start")


start()
