package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The service of `workshop.yaml`: keeps its contract to the letter, except for the faults that are on. In memory; one call
/// at a time.
final class Workshop {
  private static final String BASE = "/v1/";
  private static final Map<String, String> USERS = Map.of("token-ada", "ada", "token-bob", "bob");
  private static final String KEY = "key-workshop";

  private final Set<Fault> faults;
  private Store store = new Store();

  Workshop(Set<Fault> faults) {
    this.faults = faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults);
  }

  /// Forgets everything.
  synchronized void reset() {
    store = new Store();
  }

  /// The answer to a request.
  synchronized Response answer(Request request) {
    List<String> path;
    try {
      path = segments(request.path());
    } catch (Refusal refusal) {
      return refusal.response();
    }
    Map<String, String> operations = operations(path);
    if (operations.isEmpty()) {
      return Refusal.problem(404, "Not found", "");
    }
    String operation = operations.get(request.method());
    if (operation == null && request.method().equals("HEAD")) {
      operation = operations.get("GET");
    }
    if (operation == null) {
      return Distortions.ofRefusedMethod(faults, path, refusedMethod(operations), request.method());
    }
    String user = user(request, operation);
    var call = new Call(request, operation, path, user, faults, store);
    return Distortions.of(call, answer(call));
  }

  private static List<String> segments(String path) {
    if (!path.startsWith(BASE)) {
      throw Refusal.absent();
    }
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(BASE.length()).split("/", -1)) {
      try {
        segments.add(Query.decode(segment, false));
      } catch (Refusal refusal) {
        throw Refusal.absent();
      }
    }
    return segments;
  }

  /// The operations of a path by method.
  private static Map<String, String> operations(List<String> path) {
    return switch (path.getFirst() + path.size()) {
      case "products1" -> Map.of("GET", "listProducts", "POST", "createProduct");
      case "products2" ->
          Map.of("GET", "getProduct", "PUT", "putProduct", "DELETE", "deleteProduct");
      case "customers1" -> Map.of("GET", "listCustomers", "POST", "createCustomer");
      case "customers2" ->
          Map.of(
              "GET",
              "getCustomer",
              "PUT",
              "putCustomer",
              "PATCH",
              "patchCustomer",
              "DELETE",
              "deleteCustomer");
      case "customers3" ->
          path.get(2).equals("orders")
              ? Map.of("GET", "listOrders", "POST", "createOrder")
              : Map.of();
      case "customers4" -> path.get(2).equals("orders") ? Map.of("GET", "getOrder") : Map.of();
      case "documents2" ->
          Map.of(
              "GET",
              "getDocument",
              "HEAD",
              "headDocument",
              "PUT",
              "putDocument",
              "DELETE",
              "deleteDocument");
      case "stock1" -> Map.of("GET", "getStock");
      default -> Map.of();
    };
  }

  private static Response refusedMethod(Map<String, String> operations) {
    var allowed = new TreeSet<>(operations.keySet());
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    return Refusal.problem(405, "Method not allowed", "").with("Allow", String.join(", ", allowed));
  }

  /// Who asks; empty when nobody who is known does.
  private static String user(Request request, String operation) {
    if (operation.equals("getStock")) {
      return request.header("X-Api-Key").orElse("").equals(KEY) ? "key" : "";
    }
    String[] credential = request.header("Authorization").orElse("").split(" +", 2);
    return credential.length == 2 && credential[0].equalsIgnoreCase("bearer")
        ? USERS.getOrDefault(credential[1], "")
        : "";
  }

  private Response answer(Call call) {
    Optional<Call> allowed = Entrance.allowed(call);
    if (allowed.isEmpty()) {
      return unauthenticated(call.operation().equals("getStock") ? "ApiKey" : "Bearer");
    }
    try {
      Entrance.checkAccept(call);
      return dispatch(allowed.get());
    } catch (Refusal refusal) {
      return refusal.response();
    }
  }

  static Response unauthenticated(String scheme) {
    return Refusal.problem(401, "Unauthenticated", "")
        .with("WWW-Authenticate", scheme + " realm=\"workshop\"");
  }

  private static Response dispatch(Call call) {
    return switch (call.operation()) {
      case "listProducts" -> Products.list(call);
      case "createProduct" -> Products.create(call);
      case "getProduct" -> Products.get(call);
      case "putProduct" -> Products.put(call);
      case "deleteProduct" -> Products.delete(call);
      case "listCustomers" -> Customers.list(call);
      case "createCustomer" -> Customers.create(call);
      case "getCustomer" -> Customers.get(call);
      case "putCustomer" -> Customers.put(call);
      case "patchCustomer" -> Customers.patch(call);
      case "deleteCustomer" -> Customers.delete(call);
      case "listOrders" -> Orders.list(call);
      case "createOrder" -> Orders.create(call);
      case "getOrder" -> Orders.get(call);
      case "getDocument", "headDocument" -> Documents.get(call);
      case "putDocument" -> Documents.put(call);
      case "deleteDocument" -> Documents.delete(call);
      case "getStock" -> Stock.get(call);
      default -> throw new IllegalStateException("no such operation: " + call.operation());
    };
  }
}
