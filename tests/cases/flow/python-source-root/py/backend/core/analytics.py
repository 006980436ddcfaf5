import posthog

posthog.project_api_key = "phc_key"


def identify(contact):
    posthog.capture("seen", distinct_id="x", properties={"value": contact})
