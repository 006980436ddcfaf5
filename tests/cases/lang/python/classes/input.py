class Base:
    shared = make()

    def __init__(self, key, client=None):
        self.key = key
        self.client: Client = client

    def track(self, event, *args, **kwargs):
        return self.client.track(self.key, event, *args, **kwargs)

    @property
    def email(self):
        return self._email

    @email.setter
    def email(self, value):
        self._email = value

    @classmethod
    def create(cls, key):
        return cls(key)

    @staticmethod
    def clean(text):
        return text.strip()

    def __call__(self, event):
        self.track(event)


class Tracker(Base, Mixin):
    class Inner:
        x = 1

    def __init__(self, key):
        super().__init__(key, client=None)
        self.done = False

    def track(self, event):
        def later():
            return self.key

        super().track(event, later, lambda: self.done)
