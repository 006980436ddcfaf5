from django.conf import settings
from django.db import models
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Mapped, mapped_column, relationship


class Profile(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    team = models.ForeignKey("teams.Team", on_delete=models.CASCADE)
    email = models.EmailField()
    phone = models.CharField(max_length=20)
    friends = models.ManyToManyField("self")
    born = models.DateField(null=True)
    extra = models.JSONField()


class Customer(Base):
    id = Column(Integer, primary_key=True)
    email = Column("mail", String(255))
    phone: Mapped[str | None] = mapped_column()
    orders: Mapped[list["Order"]] = relationship("Order")
