try:
    risky()
except (ValueError, KeyError) as error:
    report(error)
except OSError:
    raise
else:
    fine()
finally:
    close()
with open("f") as f, lock:
    f.read()
async def go():
    async with session() as s:
        return s
raise Problem("x") from None
