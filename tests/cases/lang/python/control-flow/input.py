if a:
    x = 1
elif b:
    x = 2
else:
    x = 3
for i, v in enumerate(xs):
    if v:
        continue
    use(i, v)
else:
    done()
while more():
    step()
y = 1 if a else 2 if b else 3
z = a and b or c
t = not a, a == b, a in b, a is not None
assert a, "message"
if __name__ == "__main__":
    main()
