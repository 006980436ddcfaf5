import logging

import sentry_sdk

logger = logging.getLogger(__name__)
sentry_sdk.init(dsn="https://key@o1.ingest.sentry.io/1")


def view(request):
    logger.debug("profile of %s", request.user.email)
