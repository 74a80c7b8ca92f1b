"""The Python client that openapi-generator generates."""

import os

import shop_python as shop


def api(kind, token):
    configuration = shop.Configuration(host=os.environ["SHOP"], access_token=token)
    # urllib3 waits as long as `Retry-After` says, an hour for one of the errors.
    configuration.retries = False
    return kind(shop.ApiClient(configuration))


demo, trial, nobody = (api(shop.OrdersApi, token) for token in ("demo", "trial", "nobody"))


def place(item, quantity, orders=demo):
    return orders.place_order(shop.NewOrder(item=item, quantity=quantity))


CALLS = [
    (shop.Counting, lambda: api(shop.StockApi, "demo").list_stock()),
    # The client itself refuses negative numbers.
    (shop.BadNumber, lambda: demo.fetch_order(2**64)),
    (shop.UnexpectedJson, lambda: place("teapot", 2**40)),
    (shop.TooLarge, lambda: place("x" * 20_000, 1)),
    (shop.SignedOut, lambda: nobody.fetch_order(1)),
    (shop.OrderNotFound, lambda: demo.fetch_order(404)),
    (shop.AlreadyPaid, lambda: demo.pay_order(1, shop.Payment(card="lucky"))),
    (shop.WrongQuantity, lambda: place("teapot", 0)),
    (shop.UnknownItem, lambda: place("teacup", 1)),
    (shop.SoldOut, lambda: place("kettle", 1)),
    (shop.TooFast, lambda: place("teapot", 1, trial)),
    (shop.PaymentProblem, lambda: demo.pay_order(2, shop.Payment(card="unlucky"))),
]
for expected, call in CALLS:
    try:
        found = call()
    except shop.ApiException as error:
        # One of several is in a type of its own.
        found = getattr(error.data, "actual_instance", error.data)
    assert type(found) is expected, f"expected {expected}, found {found}"
print(f"openapi-generator, Python: {len(CALLS)} errors")
