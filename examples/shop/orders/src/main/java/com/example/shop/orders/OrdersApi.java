package com.example.shop.orders;

import com.example.shop.orders.database.ConnectionPool;
import com.example.shop.orders.events.EventPublisher;
import com.example.shop.orders.http.Parameters;
import com.example.shop.orders.http.Problem;
import com.example.shop.orders.http.Request;
import com.example.shop.orders.http.Response;
import com.example.shop.orders.http.Router;
import com.example.shop.orders.json.Json;
import com.example.shop.orders.json.ProblemJson;
import com.example.shop.orders.order.CancelOrder;
import com.example.shop.orders.order.Order;
import com.example.shop.orders.order.OrderJson;
import com.example.shop.orders.order.OrderRequest;
import com.example.shop.orders.order.OrderStore;
import com.example.shop.orders.order.PlaceOrder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of openapi.yaml. */
final class OrdersApi {

  private static final Set<String> STATUSES =
      Stream.of(Order.Status.values())
          .map(Enum::name)
          .collect(Collectors.toCollection(TreeSet::new));

  private final ConnectionPool pool;
  private final OrderStore store;
  private final PlaceOrder placeOrder;
  private final CancelOrder cancelOrder;
  private final EventPublisher events;

  OrdersApi(
      ConnectionPool pool,
      OrderStore store,
      PlaceOrder placeOrder,
      CancelOrder cancelOrder,
      EventPublisher events) {
    this.pool = pool;
    this.store = store;
    this.placeOrder = placeOrder;
    this.cancelOrder = cancelOrder;
    this.events = events;
  }

  Router router() {
    return new Router(ProblemJson::of)
        .on("GET", "/health", this::health)
        .on("POST", "/orders", this::place)
        .on("GET", "/orders", this::list)
        .on("GET", "/orders/{orderId}", this::get)
        .on("PUT", "/orders/{orderId}/note", this::setNote)
        .on("POST", "/orders/{orderId}/cancel", this::cancel);
  }

  private Response place(Request request) {
    Order order =
        placeOrder.place(OrderRequest.from(Json.input(request.jsonBody())), request.trace());
    Response created = Response.json(201, Json.bytes(OrderJson.of(order)));
    return Faults.enabled("orders-location-missing")
        ? created
        : created.with("Location", "/orders/" + order.id());
  }

  private Response list(Request request) {
    Parameters parameters = new Parameters(request);
    int limit = parameters.integer("limit", 1, 100, 20);
    int offset = parameters.integer("offset", 0, 100_000, 0);
    String status =
        Faults.enabled("orders-status-unchecked")
            ? parameters.text("status").orElse(null)
            : parameters.oneOf("status", STATUSES).orElse(null);
    parameters.check();
    OrderStore.Page page =
        pool.inTransaction(connection -> store.list(connection, status, limit, offset));
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    page.orders().forEach(order -> items.add(OrderJson.summary(order)));
    json.put("total", page.total()).put("limit", limit).put("offset", offset);
    return Response.json(200, Json.bytes(json));
  }

  private Response get(Request request) {
    Order order = find(new Parameters(request).uuidInPath("orderId"));
    ObjectNode json = OrderJson.of(order);
    if (Faults.enabled("orders-number-dropped")) {
      json.remove("number"); // Internal; customers know the order by its id.
    }
    return Response.json(200, Json.bytes(json));
  }

  private Response setNote(Request request) {
    UUID id = new Parameters(request).uuidInPath("orderId");
    String note = OrderRequest.noteFrom(Json.input(request.jsonBody()));
    Order changed =
        pool.inTransaction(
            connection -> {
              Order order =
                  store.findAndLock(connection, id).orElseThrow(() -> noSuchOrder(id)).noted(note);
              store.update(connection, order);
              return order;
            });
    ObjectNode json = OrderJson.of(changed);
    if (Faults.enabled("orders-note-answer-partial")) {
      json = OrderJson.patch(changed);
    }
    return Response.json(200, Json.bytes(json));
  }

  private Response cancel(Request request) {
    UUID id = new Parameters(request).uuidInPath("orderId");
    return Response.json(
        200, Json.bytes(OrderJson.of(cancelOrder.cancel(id, request.trace()))));
  }

  private Order find(UUID id) {
    return pool.inTransaction(connection -> store.find(connection, id))
        .orElseThrow(() -> noSuchOrder(id));
  }

  private static Problem noSuchOrder(UUID id) {
    return Problem.notFound("There is no order " + id + ".");
  }

  private Response health(Request request) {
    if (!events.isReady()) {
      throw Problem.unavailable("Kafka");
    }
    pool.inTransaction(
        connection -> connection.createStatement().execute("SELECT 1 FROM orders LIMIT 1"));
    return Response.json(200, Json.bytes(Json.object().put("status", "UP")));
  }
}
