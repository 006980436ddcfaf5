import segment.analytics as analytics
from sqlalchemy import Column, Integer, String, select
from sqlalchemy.orm import Mapped, declarative_base, mapped_column

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
    email = Column(String(255))
    phone: Mapped[str] = mapped_column()


def export(request, session):
    customer = session.execute(select(Customer)).scalar_one()
    analytics.identify("anonymous", {"a": customer.email})  # ~> contact.email segment
    other = session.query(Customer).filter_by(id=1).first()
    analytics.identify("anonymous", {"b": other.phone})  # ~> contact.phone segment
