from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mixpanel import Mixpanel


def describe(client: "Mixpanel", request):
    return {"email": request.user.email}
