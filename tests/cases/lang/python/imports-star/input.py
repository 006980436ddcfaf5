from tracking import *

identify("x")
print("x")
