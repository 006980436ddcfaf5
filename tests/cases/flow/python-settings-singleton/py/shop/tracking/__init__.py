from .client import mixpanel
