from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class ShopConfig(AppConfig):
    def ready(self):
        from .listeners import remember

        user_logged_in.connect(remember)
