from mixpanel import Mixpanel
from rest_framework import serializers, viewsets

mp = Mixpanel("token")


class SignupSerializer(serializers.Serializer):
    email = serializers.EmailField()
    plan = serializers.CharField()


class SignupViewSet(viewsets.ViewSet):
    def create(self, request):
        serializer = SignupSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        mp.people_set("1", {"value": serializer.validated_data["email"]})  # ~> contact.email mixpanel
