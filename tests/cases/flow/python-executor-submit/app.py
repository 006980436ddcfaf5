from concurrent.futures import ThreadPoolExecutor

from posthog import Posthog

posthog = Posthog("phc_key")
executor = ThreadPoolExecutor(max_workers=2)


def remember(contact):
    posthog.capture("seen", distinct_id="x", properties={"value": contact})


def view(request):
    executor.submit(remember, request.user.email)  # ~> contact.email posthog
