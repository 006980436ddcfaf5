import scout_apm.api
from scout_apm.api import Context, Error


def view(request, error):
    user = request.user
    scout_apm.api.Context.add("email", user.email)  # ~> contact.email scout-apm
    Context.add("plan", user.plan)
    Error.capture(error, custom_params={"phone": user.phone})  # ~> contact.phone scout-apm
