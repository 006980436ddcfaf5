from statsig import StatsigUser, statsig


def visit(request):
    user = request.user
    statsig.manually_log_gate_exposure(StatsigUser(user_id=user.id, email=user.email), "gate")  # ~> identifier.user_id statsig, contact.email statsig
