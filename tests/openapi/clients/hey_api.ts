// The client that hey-api generates.

import * as shop from "./generated/hey-api/index";
import { client } from "./generated/hey-api/client.gen";

type Problem = shop.PlaceOrderError;

const is = <P>(name: string, _: P): string => name;

function name(problem: Problem): string {
  switch (problem.type) {
    case "https://shop.example/errors/bad-number":
      return is<shop.BadNumber>("BadNumber", problem);
    case "https://shop.example/errors/not-json":
      return is<shop.NotJson>("NotJson", problem);
    case "https://shop.example/errors/too-large":
      return is<shop.TooLarge>("TooLarge", problem);
    case "https://shop.example/errors/not-declared":
      return is<shop.NotDeclared>("NotDeclared", problem);
    case "https://shop.example/errors/unexpected-json":
      return is<shop.UnexpectedJson>("UnexpectedJson", problem);
    case "https://shop.example/errors/signed-out":
      return is<shop.SignedOut>("SignedOut", problem);
    case "https://shop.example/errors/order-not-found":
      return is<shop.OrderNotFound>(`OrderNotFound ${problem.id}`, problem);
    case "https://shop.example/errors/already-paid":
      return is<shop.AlreadyPaid>("AlreadyPaid", problem);
    case "https://shop.example/errors/wrong-quantity":
      return is<shop.WrongQuantity>("WrongQuantity", problem);
    case "https://shop.example/errors/too-fast":
      return is<shop.TooFast>("TooFast", problem);
    case "https://shop.example/errors/counting":
      return is<shop.Counting>("Counting", problem);
    case "https://shop.example/errors/payment":
      return is<shop.PaymentProblem>("PaymentProblem", problem);
    case "https://shop.example/errors/stock/unknown-item":
      return is<shop.UnknownItem>("UnknownItem", problem);
    case "https://shop.example/errors/stock/sold-out":
      return is<shop.SoldOut>("SoldOut", problem);
    default: {
      const none: never = problem;
      return none;
    }
  }
}

let token = "demo";
client.setConfig({ baseUrl: process.env.SHOP, auth: () => token });
const place = (item: string, quantity: number) => shop.placeOrder({ body: { item, quantity } });
const fetchOrder = (id: number) => shop.fetchOrder({ path: { id } });
const pay = (id: number, card: string) => shop.payOrder({ path: { id }, body: { card } });

const calls: [string, string, () => Promise<{ error?: Problem }>][] = [
  ["Counting", "demo", () => shop.listStock()],
  ["BadNumber", "demo", () => fetchOrder(-1)],
  // These clients always declare JSON, and send it well-formed: `NotJson` and `NotDeclared` are for
  // others.
  ["UnexpectedJson", "demo", () => place("teapot", -1)],
  ["TooLarge", "demo", () => place("x".repeat(20_000), 1)],
  ["SignedOut", "nobody", () => fetchOrder(1)],
  ["OrderNotFound 404", "demo", () => fetchOrder(404)],
  ["AlreadyPaid", "demo", () => pay(1, "lucky")],
  ["WrongQuantity", "demo", () => place("teapot", 0)],
  ["UnknownItem", "demo", () => place("teacup", 1)],
  ["SoldOut", "demo", () => place("kettle", 1)],
  ["TooFast", "trial", () => place("teapot", 1)],
  ["PaymentProblem", "demo", () => pay(2, "unlucky")],
];
for (const [expected, caller, call] of calls) {
  token = caller;
  const { error } = await call();
  if (!error || name(error) !== expected) {
    throw new Error(`expected ${expected}, found ${JSON.stringify(error)}`);
  }
}
console.log(`hey-api: ${calls.length} errors`);
