def f(:
    return a.b

x = (1, 2
y = track(user.email)
