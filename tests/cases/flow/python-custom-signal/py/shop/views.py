from .signals import order_dropped, order_placed


def checkout(request):
    order_placed.send(sender=None, contact=request.user.email)  # ~> contact.email mixpanel
    order_dropped.send(sender=None, contact=request.user.email)
