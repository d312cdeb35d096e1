package com.example.warehouse.stock;

import com.example.warehouse.stock.database.ConnectionPool;
import com.example.warehouse.stock.http.Parameters;
import com.example.warehouse.stock.http.Problem;
import com.example.warehouse.stock.http.Request;
import com.example.warehouse.stock.http.Response;
import com.example.warehouse.stock.http.Router;
import com.example.warehouse.stock.item.Item;
import com.example.warehouse.stock.item.ItemStore;
import com.example.warehouse.stock.json.Json;
import com.example.warehouse.stock.json.ProblemJson;
import com.example.warehouse.stock.reservation.Reservation;
import com.example.warehouse.stock.reservation.Reservation.Wish;
import com.example.warehouse.stock.reservation.ReservationStore;
import com.example.warehouse.stock.reservation.Reserve;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The operations of openapi.yaml. */
final class StockApi {

  private static final int MAX_LIMIT = 200;

  private final ConnectionPool pool;
  private final ItemStore items;
  private final ReservationStore reservations;
  private final Reserve reserve;

  StockApi(ConnectionPool pool, ItemStore items, ReservationStore reservations, Reserve reserve) {
    this.pool = pool;
    this.items = items;
    this.reservations = reservations;
    this.reserve = reserve;
  }

  Router router() {
    return new Router(ProblemJson::of)
        .on("GET", "/health", this::health)
        .on("GET", "/stock", this::list)
        .on("GET", "/stock/{sku}", this::get)
        .on("PUT", "/stock/{sku}", this::put)
        .on("POST", "/reservations", this::reserve)
        .on("GET", "/reservations/{reservationId}", this::reservation)
        .on("DELETE", "/reservations/{reservationId}", this::release);
  }

  private Response list(Request request) {
    Parameters parameters = new Parameters(request);
    int limit =
        Faults.enabled("stock-limit-clamped")
            ? Math.min(parameters.integer("limit", 1, Integer.MAX_VALUE, 50), MAX_LIMIT)
            : parameters.integer("limit", 1, MAX_LIMIT, 50);
    int offset = parameters.integer("offset", 0, 100_000, 0);
    boolean lowOnly = parameters.flag("lowOnly");
    parameters.check();
    ItemStore.Page page =
        pool.inTransaction(connection -> items.list(connection, lowOnly, limit, offset));
    ObjectNode json = Json.object();
    ArrayNode array = json.putArray("items");
    page.items().forEach(item -> array.add(summary(item)));
    json.put("total", page.total());
    return Response.json(200, Json.bytes(json));
  }

  private static ObjectNode summary(Item item) {
    ObjectNode json = item.json();
    if (Faults.enabled("stock-zero-omitted") && item.available() == 0) {
      json.remove("available"); // Defaults need not travel.
    }
    return json;
  }

  private Response get(Request request) {
    String sku = new Parameters(request).skuInPath("sku");
    Item item =
        pool.inTransaction(connection -> items.find(connection, sku))
            .orElseThrow(() -> Problem.notFound("We do not stock " + sku + "."));
    return Response.json(200, Json.bytes(item.json()));
  }

  private Response put(Request request) {
    String sku = new Parameters(request).skuInPath("sku");
    Item item = Item.from(sku, Json.input(request.jsonBody()));
    ItemStore.Put put = pool.inTransaction(connection -> items.put(connection, item));
    byte[] body = Json.bytes(put.item().json());
    return put.created()
        ? Response.json(201, body).with("Location", "/stock/" + sku)
        : Response.json(200, body);
  }

  private Response reserve(Request request) {
    Reservation reservation = reserve.reserve(Wish.from(Json.input(request.jsonBody())));
    return Response.json(201, Json.bytes(reservation.json()))
        .with("Location", "/reservations/" + reservation.id());
  }

  private Response reservation(Request request) {
    UUID id =
        Faults.enabled("stock-reservation-id-unchecked")
            ? UUID.fromString(request.path().get("reservationId"))
            : new Parameters(request).uuidInPath("reservationId");
    Reservation reservation =
        pool.inTransaction(connection -> reservations.find(connection, id))
            .orElseThrow(() -> noSuchReservation(id));
    return Response.json(200, Json.bytes(reservation.json()));
  }

  private Response release(Request request) {
    UUID id = new Parameters(request).uuidInPath("reservationId");
    if (!reserve.release(id)) {
      throw noSuchReservation(id);
    }
    return Response.empty(204);
  }

  private static Problem noSuchReservation(UUID id) {
    return Problem.notFound("There is no reservation " + id + ".");
  }

  private Response health(Request request) {
    pool.inTransaction(
        connection -> connection.createStatement().execute("SELECT 1 FROM stock_items LIMIT 1"));
    return Response.json(200, Json.bytes(Json.object().put("status", "UP")));
  }
}
