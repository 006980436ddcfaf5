import beeline
import libhoney


def view(request):
    user = request.user
    beeline.add_context({"email": user.email})  # ~> contact.email honeycomb
    beeline.add_context_field("phone", user.phone)  # ~> contact.phone honeycomb
    beeline.add_trace_field("email", user.email)  # ~> contact.email honeycomb
    event = libhoney.new_event()
    event.add_field("email", user.email)  # ~> contact.email honeycomb
    event.add({"phone": user.phone})  # ~> contact.phone honeycomb
    event.send()
