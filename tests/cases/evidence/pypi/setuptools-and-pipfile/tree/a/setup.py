from setuptools import setup
setup(
    name='a',
    install_requires=[
        'mixpanel==4.10.1',  # analytics
        'requests',
    ],
)
