import sentry_sdk

from store import find


def load(key):
    secret = find(key)
    if not secret.value:
        sentry_sdk.capture_message(f"Secret is empty: {secret.key}")
    return secret.value


load("mail")
