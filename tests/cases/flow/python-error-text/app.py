import argparse
import sys
import traceback

from posthog import Posthog

ph = Posthog("key")


def run(task):
    try:
        task()
    except Exception as error:
        ph.capture("anonymous", "failed", {"error": str(error), "argv": sys.argv})
        ph.capture("anonymous", "failed", {"detail": traceback.format_exc()})  # ~> device.diagnostics posthog


def main():
    args = argparse.ArgumentParser().parse_args()
    ph.capture("anonymous", "started", {"options": args})
