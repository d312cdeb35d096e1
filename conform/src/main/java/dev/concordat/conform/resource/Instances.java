package dev.concordat.conform.resource;

import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.LinkSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.http.RuntimeExpression;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.openapi.Routes;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the things that exchanges speak of. Of several sources of a new thing's id the contract's links come first, then
/// `Location`, then the body.
public final class Instances {
  private static final int MAX_LISTED = 100;

  private final Routes routes;
  private final Resources resources;
  private final Map<Resource, ListedItems> lists = new ConcurrentHashMap<>();

  public Instances(OpenApiContract contract, Resources resources) {
    this.routes = new Routes(contract);
    this.resources = resources;
  }

  /// The thing that a successful creation made.
  public Optional<Instance> created(Resource resource, Exchange exchange) {
    Optional<HttpResponseMessage> response = exchange.response();
    if (response.isEmpty() || !exchange.isSuccess()) {
      return Optional.empty();
    }
    return linked(resource, exchange, response.get())
        .or(() -> located(resource, exchange, response.get()))
        .or(
            () ->
                JsonBodies.answered(exchange)
                    .flatMap(body -> shown(resource, exchange, body, Certainty.GUESS)));
  }

  /// The thing that a path names; nothing where it names none.
  public Optional<Instance> addressed(Resource resource, String path) {
    return resource.operations().entrySet().stream()
        .filter(entry -> entry.getKey() != Role.CREATE && entry.getKey() != Role.LIST)
        .map(Map.Entry::getValue)
        .flatMap(operation -> routes.route(operation.method(), path).stream())
        .filter(routed -> resources.of(routed.operation()).equals(Optional.of(resource)))
        .flatMap(routed -> instance(resource, values(routed), Certainty.HTTP).stream())
        .findFirst();
  }

  /// The thing that a body shows, below what the exchange's own request names.
  public Optional<Instance> shown(
      Resource resource, Exchange exchange, HttpResponseMessage response) {
    return JsonBodies.read(response.headers(), response.body())
        .flatMap(body -> shown(resource, exchange, body, Certainty.GUESS));
  }

  /// The things that a list shows.
  public List<Instance> listed(Resource resource, Exchange exchange) {
    List<String> above = above(exchange);
    return JsonBodies.answered(exchange)
        .flatMap(body -> Listings.items(body, resource))
        .map(
            items ->
                lists
                    .computeIfAbsent(resource, _ -> new ListedItems(MAX_LISTED))
                    .shown(
                        above,
                        items.subList(0, Math.min(items.size(), MAX_LISTED)),
                        item ->
                            ItemIds.in(item, resource)
                                .flatMap(id -> below(resource, above, id, Certainty.GUESS))))
        .orElseGet(List::of);
  }

  private Optional<Instance> linked(
      Resource resource, Exchange exchange, HttpResponseMessage response) {
    Optional<ResponseSpec> spec = exchange.trial().operation().response(response.status());
    return spec.map(ResponseSpec::links).orElseGet(List::of).stream()
        .filter(link -> leadsTo(link, resource))
        .flatMap(link -> link.parameters().stream())
        .filter(argument -> isId(argument, resource))
        .flatMap(argument -> taken(argument, exchange.sent(), response).stream())
        .flatMap(id -> ItemIds.fitting(id, resource).stream())
        .flatMap(id -> below(resource, above(exchange), id, Certainty.CONTRACT).stream())
        .findFirst();
  }

  private static boolean leadsTo(LinkSpec link, Resource resource) {
    return resource.operations().entrySet().stream()
        .filter(entry -> entry.getKey() != Role.CREATE && entry.getKey() != Role.LIST)
        .anyMatch(entry -> link.operation().equals(Optional.of(entry.getValue().id())));
  }

  private static boolean isId(LinkSpec.Argument argument, Resource resource) {
    return ItemIds.onItem(resource).flatMap(Resource::idName).equals(Optional.of(argument.name()));
  }

  private static Optional<JsonValue> taken(
      LinkSpec.Argument argument, HttpRequestMessage request, HttpResponseMessage response) {
    if (!(argument.value() instanceof LinkSpec.Content.Taken(RuntimeExpression expression))) {
      return Optional.empty();
    }
    return switch (expression) {
      case RuntimeExpression.Body(RuntimeExpression.Side side, String pointer) ->
          (side == RuntimeExpression.Side.RESPONSE
                  ? JsonBodies.read(response.headers(), response.body())
                  : JsonBodies.read(request.headers(), request.body()))
              .flatMap(body -> JsonBodies.at(body, pointer));
      case RuntimeExpression.Header(RuntimeExpression.Side side, String name) ->
          (side == RuntimeExpression.Side.RESPONSE ? response.header(name) : request.header(name))
              .map(JsonString::new);
      case RuntimeExpression.Url ignored -> Optional.empty();
      case RuntimeExpression.Method ignored -> Optional.empty();
      case RuntimeExpression.StatusCode ignored -> Optional.empty();
      case RuntimeExpression.Query ignored -> Optional.empty();
      case RuntimeExpression.Path ignored -> Optional.empty();
    };
  }

  private Optional<Instance> located(
      Resource resource, Exchange exchange, HttpResponseMessage response) {
    return response
        .header("Location")
        .flatMap(location -> Locations.target(exchange.sent(), location))
        .flatMap(target -> addressed(resource, target.split("\\?", 2)[0]));
  }

  private Optional<Instance> shown(
      Resource resource, Exchange exchange, JsonValue body, Certainty certainty) {
    return ItemIds.in(body, resource)
        .flatMap(id -> below(resource, above(exchange), id, certainty));
  }

  /// The values in the path of a request.
  private List<String> above(Exchange exchange) {
    return routes
        .route(exchange.sent().method(), exchange.sent().path())
        .map(Instances::values)
        .orElseGet(List::of);
  }

  /// The id put below what a request's own path names.
  private static Optional<Instance> below(
      Resource resource, List<String> above, JsonValue id, Certainty certainty) {
    boolean isOnCollection = above.size() == resource.depth() - 1;
    if (!isOnCollection) {
      return Optional.empty();
    }
    return encoded(resource, id)
        .map(
            text -> {
              List<String> values = new ArrayList<>(above);
              values.add(text);
              return new Instance(resource, values, id, certainty);
            });
  }

  private static Optional<String> encoded(Resource resource, JsonValue id) {
    Optional<Parameter> parameter = ItemIds.onItem(resource).flatMap(Resource::idParameter);
    return parameter.isPresent()
        ? ParameterEncoder.path(parameter.get(), id)
        : Optional.of(Percent.encode(text(id)));
  }

  private static Optional<Instance> instance(
      Resource resource, List<String> values, Certainty certainty) {
    if (values.size() != resource.depth()) {
      return Optional.empty();
    }
    String text = Percent.decode(values.getLast());
    JsonValue plain =
        JsonNumber.isJsonNumber(text) && wantsNumber(resource, text)
            ? new JsonNumber(text)
            : new JsonString(text);
    return Optional.of(new Instance(resource, values, plain, certainty));
  }

  private static boolean wantsNumber(Resource resource, String digits) {
    return ItemIds.onItem(resource)
        .flatMap(Resource::idParameter)
        .flatMap(Parameter::schema)
        .map(schema -> schema.accepts(new JsonNumber(digits)))
        .orElse(false);
  }

  /// The path's values in the order of the path.
  private static List<String> values(Routed routed) {
    return routed.operation().path().parameterNames().stream()
        .map(name -> routed.pathValues().getOrDefault(name, ""))
        .toList();
  }

  private static String text(JsonValue id) {
    return id instanceof JsonString(String text) ? text : id.toString();
  }
}
