from statsig import statsig
from statsig.statsig_event import StatsigEvent
from statsig.statsig_user import StatsigUser

statsig.initialize("secret")


def view(request):
    user = request.user
    who = StatsigUser(user.id, email=user.email)  # ~> identifier.user_id statsig, contact.email statsig
    statsig.check_gate(who, "new-login")
    statsig.log_event(StatsigEvent(who, "login", metadata={"phone": user.phone}))  # ~> contact.phone statsig
