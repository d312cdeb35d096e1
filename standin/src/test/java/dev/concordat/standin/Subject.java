package dev.concordat.standin;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Three contracts that say the same kind of things in different styles: names, ids, paging, envelopes, errors, security.
@SuppressWarnings("ImmutableEnumChecker") // written once, while a constant is made
enum Subject {
  ORDERS("orders.yaml", new Header("Authorization", "Bearer let-me-in")) {
    {
      collection = "/v1/orders";
      owners = "/v1/customers";
      id = "id";
      owner = "customerId";
      ownerId = "\"6f1c2b7e-0000-4000-8000-000000000001\"";
      text = "status";
      number = "total";
      created = "createdAt";
      updated = "updatedAt";
      first = "{\"customerId\":%s,\"total\":10.10,\"status\":\"NEW\"}";
      second = "{\"customerId\":%s,\"total\":999,\"status\":\"SENT\"}";
      newText = "PAID";
      broken = "{\"customerId\":%s,\"total\":1001}";
      brokenPlace = "orders.yaml:153";
      nearest = "1000";
      patch = "{\"status\":\"PAID\"}";
      patchType = "application/merge-patch+json";
      one = "?limit=1";
      next = "?limit=1&offset=1";
      filter = "?status=SENT";
      up = "?sort=total";
      down = "?sort=-total";
      listPath = List.of("items");
      refusedBody = 400;
    }
  },
  LIBRARY("library.yaml", new Header("X-Key", "let-me-in")) {
    {
      collection = "/api/books";
      owners = "/api/authors";
      id = "book_id";
      owner = "author_id";
      ownerId = "\"le-guin\"";
      text = "genre";
      number = "price";
      created = "created_at";
      updated = "updated_at";
      first =
          "{\"author_id\":%s,\"title\":\"Always Coming Home\",\"price\":10.10,\"genre\":\"utopia\"}";
      second =
          "{\"author_id\":%s,\"title\":\"The Dispossessed\",\"price\":499,\"genre\":\"novel\"}";
      newText = "essay";
      broken = "{\"author_id\":%s,\"title\":\"x\",\"price\":501}";
      brokenPlace = "library.yaml:92";
      nearest = "500";
      patch = "{\"genre\":\"essay\"}";
      patchType = "application/json";
      one = "?per_page=1";
      next = "?per_page=1&page=2";
      filter = "?genre=novel";
      up = "?sort_by=price&order=asc";
      down = "?sort_by=price&order=desc";
      listPath = List.of();
      refusedBody = 422;
    }
  },
  FLEET("fleet.json", new Header("Authorization", "Basic bGV0Om1laW4=")) {
    {
      collection = "/Vehicles";
      owners = "/Depots";
      id = "VehicleId";
      owner = "DepotId";
      ownerId = "77";
      text = "Kind";
      number = "Seats";
      created = "CreatedAt";
      updated = "UpdatedAt";
      first = "{\"data\":{\"DepotId\":%s,\"Plate\":\"A 1\",\"Seats\":2,\"Kind\":\"van\"}}";
      second = "{\"data\":{\"DepotId\":%s,\"Plate\":\"B 2\",\"Seats\":89,\"Kind\":\"bus\"}}";
      newText = "tram";
      broken = "{\"data\":{\"DepotId\":%s,\"Plate\":\"A 1\",\"Seats\":91}}";
      brokenPlace = "fleet.json:52";
      nearest = "90";
      patch = "{\"data\":{\"Kind\":\"tram\"}}";
      patchType = "application/json";
      one = "?pageSize=1";
      next = "?pageSize=1&cursor=after1";
      filter = "?Kind=bus";
      up = "?sort=Seats";
      down = "?sort=-Seats";
      listPath = List.of("data");
      refusedBody = 400;
    }
  };

  final String file;
  final Header credentials;
  String collection = "";
  String owners = "";
  String id = "";
  String owner = "";
  String ownerId = "";
  String text = "";
  String number = "";
  String created = "";
  String updated = "";
  String first = "";
  String second = "";
  String newText = "";
  String broken = "";
  String brokenPlace = "";
  String nearest = "";
  String patch = "";
  String patchType = "";
  String one = "";
  String next = "";
  String filter = "";
  String up = "";
  String down = "";
  List<String> listPath = List.of();
  int refusedBody;

  Subject(String file, Header credentials) {
    this.file = file;
    this.credentials = credentials;
  }

  OpenApiContract contract() {
    try (InputStream in = Subject.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no such contract: " + file);
      }
      return (OpenApiContract)
          new ContractReader(Path.of("")).read(TextFile.of(Path.of(""), file, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String firstBody() {
    return String.format(first, ownerId);
  }

  String secondBody() {
    return String.format(second, ownerId);
  }

  String brokenBody() {
    return String.format(broken, ownerId);
  }

  /// The thing in a body, which some contracts wrap.
  JsonObject thing(JsonValue body) {
    JsonObject object = (JsonObject) body;
    return object.member("data").orElse(null) instanceof JsonObject inner ? inner : object;
  }

  List<JsonObject> items(JsonValue body) {
    JsonValue at = body;
    for (String name : listPath) {
      at = ((JsonObject) at).member(name).orElseThrow();
    }
    return ((JsonArray) at).items().stream().map(JsonObject.class::cast).toList();
  }
}
