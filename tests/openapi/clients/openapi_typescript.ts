// The types that openapi-typescript generates, with openapi-fetch.

import createClient from "openapi-fetch";
import type { components, paths } from "./generated/openapi-typescript";

type Schemas = components["schemas"];
type Responses = paths["/orders"]["post"]["responses"];
type Content<R> = R extends { content: { "application/problem+json": infer P } } ? P : never;
type Problem = { [Code in keyof Responses]: Content<Responses[Code]> }[keyof Responses];

// Compiles only if the problem has exactly the type of this name.
function is<Name extends keyof Schemas>(name: Name, _: Schemas[Name]): string {
  return name;
}

function name(problem: Problem): string {
  switch (problem.type) {
    case "https://shop.example/errors/bad-number":
      return is("BadNumber", problem);
    case "https://shop.example/errors/not-json":
      return is("NotJson", problem);
    case "https://shop.example/errors/too-large":
      return is("TooLarge", problem);
    case "https://shop.example/errors/not-declared":
      return is("NotDeclared", problem);
    case "https://shop.example/errors/unexpected-json":
      return is("UnexpectedJson", problem);
    case "https://shop.example/errors/signed-out":
      return is("SignedOut", problem);
    case "https://shop.example/errors/order-not-found":
      return is("OrderNotFound", problem) && `OrderNotFound ${problem.id}`;
    case "https://shop.example/errors/already-paid":
      return is("AlreadyPaid", problem);
    case "https://shop.example/errors/wrong-quantity":
      return is("WrongQuantity", problem);
    case "https://shop.example/errors/too-fast":
      return is("TooFast", problem);
    case "https://shop.example/errors/counting":
      return is("Counting", problem);
    case "https://shop.example/errors/payment":
      return is("PaymentProblem", problem);
    case "https://shop.example/errors/stock/unknown-item":
      return is("UnknownItem", problem);
    case "https://shop.example/errors/stock/sold-out":
      return is("SoldOut", problem);
    default: {
      const none: never = problem;
      return none;
    }
  }
}

// One case is missing, which the compiler notices.
export function incomplete(problem: Responses[400]["content"]["application/problem+json"]): string {
  switch (problem.type) {
    case "https://shop.example/errors/bad-number":
      return is("BadNumber", problem);
    default: {
      // @ts-expect-error
      const none: never = problem;
      return none;
    }
  }
}

const client = createClient<paths>({ baseUrl: process.env.SHOP });
const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const place = (item: string, quantity: number, token = "demo") =>
  client.POST("/orders", { ...as(token), body: { item, quantity } });
const fetchOrder = (id: number, token = "demo") =>
  client.GET("/orders/{id}", { ...as(token), params: { path: { id } } });
const pay = (id: number, card: string) =>
  client.POST("/orders/{id}/payment", { ...as("demo"), params: { path: { id } }, body: { card } });

const calls: [string, () => Promise<{ error?: Problem }>][] = [
  ["Counting", () => client.GET("/stock")],
  ["BadNumber", () => fetchOrder(-1)],
  ["UnexpectedJson", () => place("teapot", -1)],
  ["TooLarge", () => place("x".repeat(20_000), 1)],
  ["SignedOut", () => fetchOrder(1, "nobody")],
  ["OrderNotFound 404", () => fetchOrder(404)],
  ["AlreadyPaid", () => pay(1, "lucky")],
  ["WrongQuantity", () => place("teapot", 0)],
  ["UnknownItem", () => place("teacup", 1)],
  ["SoldOut", () => place("kettle", 1)],
  ["TooFast", () => place("teapot", 1, "trial")],
  ["PaymentProblem", () => pay(2, "unlucky")],
];
for (const [expected, call] of calls) {
  const { error } = await call();
  if (!error || name(error) !== expected) {
    throw new Error(`expected ${expected}, found ${JSON.stringify(error)}`);
  }
}
console.log(`openapi-typescript: ${calls.length} errors`);
