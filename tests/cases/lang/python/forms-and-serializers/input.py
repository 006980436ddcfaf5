from django import forms
from rest_framework import serializers


class SignupForm(forms.Form):
    email = forms.EmailField()
    name = forms.CharField()


class ProfileForm(forms.ModelForm):
    class Meta:
        model = Profile
        fields = ["email", "phone"]


class ProfileSerializer(serializers.ModelSerializer):
    class Meta:
        model = Profile
        fields = "__all__"
