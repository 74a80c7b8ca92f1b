"""The client that openapi-python-client generates."""

import os

from the_shop_client import AuthenticatedClient, models
from the_shop_client.api.orders import fetch_order, pay_order, place_order
from the_shop_client.api.stock import list_stock


def client(token):
    return AuthenticatedClient(base_url=os.environ["SHOP"], token=token)


demo, trial, nobody = client("demo"), client("trial"), client("nobody")


def fetch(number, client=demo):
    return fetch_order.sync(number, client=client)


def place(item, quantity, client=demo):
    return place_order.sync(client=client, body=models.NewOrder(item=item, quantity=quantity))


def pay(number, card):
    return pay_order.sync(number, client=demo, body=models.Payment(card=card))


CALLS = [
    (models.Counting, lambda: list_stock.sync(client=demo)),
    (models.BadNumber, lambda: fetch(-1)),
    (models.UnexpectedJson, lambda: place("teapot", -1)),
    (models.TooLarge, lambda: place("x" * 20_000, 1)),
    (models.SignedOut, lambda: fetch(1, nobody)),
    (models.OrderNotFound, lambda: fetch(404)),
    (models.AlreadyPaid, lambda: pay(1, "lucky")),
    (models.WrongQuantity, lambda: place("teapot", 0)),
    (models.UnknownItem, lambda: place("teacup", 1)),
    (models.SoldOut, lambda: place("kettle", 1)),
    (models.TooFast, lambda: place("teapot", 1, trial)),
    (models.PaymentProblem, lambda: pay(2, "unlucky")),
]
for expected, call in CALLS:
    found = call()
    assert type(found) is expected, f"expected {expected}, found {found}"
print(f"openapi-python-client: {len(CALLS)} errors")
