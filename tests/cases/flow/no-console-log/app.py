import logging

from mixpanel import Mixpanel

logger = logging.getLogger(__name__)
mp = Mixpanel("token")


def view(request):
    print(request.user.email)
    logger.info("seen %s", request.user.email)
    mp.track("server", "seen")
