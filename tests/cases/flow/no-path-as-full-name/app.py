import sentry_sdk
from hub import find


def archive():
    repo = find("x")
    sentry_sdk.capture_message(f"archived {repo.full_name}")


archive()
