def send(event):
    import mixpanel
    from .client import track as send_it

    send_it(mixpanel, event)


import importlib

plugin = importlib.import_module("plugins.segment")
