from amplitude_experiment import Experiment, User

experiment = Experiment.initialize_remote("key")


def login(request):
    user = User(user_id=request.user.id, user_properties={"email": request.user.email})  # ~> identifier.user_id amplitude, contact.email amplitude
    experiment.fetch_v2(user)
