package dev.concordat.engine.fidelity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.http.HttpLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Two real services with real links: `orders` takes an order and charges it at `payments`, which answers with the charge.
final class SmallWorld implements Journey, Roles, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// What payments answers with to what it does not take.
  static final String REFUSED = "{}";

  private static final LinkName INNER = new LinkName("orders", "payments");
  private static final LinkName OUTER = new LinkName(LinkName.CONCORDAT, "orders");

  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: {title: T, version: '1'}
      paths:
        /PATH:
          post:
            operationId: create
            parameters: [{name: session, in: cookie, schema: {type: string, maxLength: 60}}]
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
            responses:
              '201':
                description: made
                content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
      components:
        schemas:
          Thing:
            type: object
            required: [account, note]
            properties:
              account: {type: integer, minimum: 1, maximum: 9223372036854775807}
              amount: {type: number}
              note: {type: string, maxLength: 60}
              at: {type: string, format: date-time}
              kind: {type: string, enum: [A, B]}
              nickname: {type: string, nullable: true, maxLength: 40}
              discount: {type: number, nullable: true}
              currency: {type: string, default: EUR, maxLength: 12}
              lines:
                type: array
                items: {type: object, properties: {sku: {type: string, maxLength: 40}}}
              seal: {type: string, format: byte}
              token: {type: string, format: byte}
              link: {type: string, format: base64url}
              express: {type: boolean}
              gift: {type: boolean}
              pieces: {type: integer, minimum: 1, maximum: 20}
              priority: {type: string, enum: [LOW, NORMAL, HIGH, URGENT, CRITICAL]}
              route: {type: string, enum: [LAND, SEA, AIR, RAIL]}
              way: {type: string, maxLength: 20}
              tags: {type: array, nullable: true, items: {type: string, maxLength: 40}}
      """;

  private final EventLoops loops = EventLoops.open();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Exchange> seen = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, OpenApiContract> contracts;
  private final HttpServer payments;
  private final HttpServer orders;
  private final HttpLink inner;
  private final HttpLink outer;
  private final Caller caller;

  /// @param folder for the contracts
  /// @param asOrders what orders does to an order before it charges it
  /// @param asPayments what payments does to a charge before it answers
  SmallWorld(Path folder, UnaryOperator<JsonObject> asOrders, UnaryOperator<JsonObject> asPayments)
      throws IOException {
    this(folder, asOrders, asPayments, List.of(), UnaryOperator.identity());
  }

  /// @param cookies that payments sets
  /// @param passingOn what orders makes of them in its own answer
  SmallWorld(
      Path folder,
      UnaryOperator<JsonObject> asOrders,
      UnaryOperator<JsonObject> asPayments,
      List<String> cookies,
      UnaryOperator<List<String>> passingOn)
      throws IOException {
    this(
        folder,
        new Ways(
            body -> text(asOrders.apply(json(body))),
            asked -> asked,
            body -> text(asPayments.apply(json(body))),
            cookies,
            passingOn,
            (body, lines) -> Map.of(),
            body -> Optional.empty()));
  }

  /// What the two do with texts and cookies as they come.
  ///
  /// @param charging the body of an order as orders sends it on
  /// @param bringing the `Cookie` lines of an order as orders sends them on; those who send none bring none
  /// @param answering what payments answers to a charge
  /// @param cookies that payments sets
  /// @param passingOn what orders makes of them in its own answer
  /// @param storing the row that payments keeps of a charge and its cookies; none of no columns
  /// @param telling the message that payments publishes of a charge
  record Ways(
      UnaryOperator<String> charging,
      UnaryOperator<List<String>> bringing,
      UnaryOperator<String> answering,
      List<String> cookies,
      UnaryOperator<List<String>> passingOn,
      BiFunction<String, List<String>, Map<String, String>> storing,
      Function<String, Optional<String>> telling) {}

  SmallWorld(Path folder, Ways ways) throws IOException {
    this.contracts =
        Map.of("orders", contract(folder, "orders"), "payments", contract(folder, "charges"));
    this.payments =
        server(
            "/charges",
            (body, lines) -> {
              keep(ways.storing().apply(body, lines));
              ways.telling().apply(body).ifPresent(this::tell);
              return new Said(ways.answering().apply(body), ways.cookies());
            });
    var wiring = Wiring.of(loops, seen::add);
    this.inner = HttpLink.open(INNER, payments.getAddress(), wiring);
    URI charges = URI.create("http://127.0.0.1:" + inner.address().getPort() + "/charges");
    this.orders =
        server(
            "/orders",
            (body, lines) -> {
              Said said = post(charges, ways.charging().apply(body), ways.bringing().apply(lines));
              return new Said(said.body(), ways.passingOn().apply(said.cookies()), said.status());
            });
    this.outer = HttpLink.open(OUTER, orders.getAddress(), wiring);
    URI address = URI.create("http://127.0.0.1:" + outer.address().getPort());
    this.caller = new Caller(Endpoint.of(address, false), PATIENCE, CaptureLimits.DEFAULT);
  }

  /// What comes of following an order through the two.
  static Followed follow(
      Path folder,
      String order,
      UnaryOperator<JsonObject> asOrders,
      UnaryOperator<JsonObject> asPayments,
      List<Acceptance> accepted)
      throws Exception {
    try (var world = new SmallWorld(folder, asOrders, asPayments)) {
      return world.follow(order, accepted);
    }
  }

  Followed follow(String order, List<Acceptance> accepted) throws Exception {
    return follow(order, List.of(), accepted);
  }

  /// @param cookies of the order that is followed
  Followed follow(String order, List<Header> cookies, List<Acceptance> accepted) throws Exception {
    OpenApiContract contract = ordersContract();
    List<Header> json = new ArrayList<>(cookies);
    json.add(new Header("Content-Type", "application/json"));
    var base = new HttpRequestMessage("POST", "/orders", json, Bytes.utf8(order));
    var operation =
        new Operation(
            "orders", contract, contract.operation("create").orElseThrow(), List.of(base));
    return new FidelityExperiment(this, this, Limits.ALONE, accepted, 1, progress -> {})
        .follow(operation);
  }

  private static OpenApiContract contract(Path folder, String path) throws IOException {
    Path file = Files.writeString(folder.resolve(path + ".yaml"), CONTRACT.replace("PATH", path));
    return (OpenApiContract) new ContractReader(folder).read(file);
  }

  OpenApiContract ordersContract() {
    return contracts.getOrDefault("orders", contracts.values().iterator().next());
  }

  /// What a service answers.
  private record Said(String body, List<String> cookies, int status) {
    Said(String body, List<String> cookies) {
      this(body, cookies, body.equals(REFUSED) ? 422 : 201);
    }
  }

  private void keep(Map<String, String> columns) {
    if (!columns.isEmpty()) {
      Map<String, Optional<String>> row = new LinkedHashMap<>();
      columns.forEach((name, text) -> row.put(name, Optional.of(text)));
      String id = UUID.randomUUID().toString();
      row.put("id", Optional.of(id));
      seen.add(
          new RowChange(id, "payments-db", "charges", RowChange.Kind.INSERT, Instant.now(), row));
    }
  }

  private void tell(String message) {
    String id = UUID.randomUUID().toString();
    Instant now = Instant.now();
    seen.add(
        new MessageDelivery(
            id,
            "events",
            "charged",
            0,
            seen.size(),
            now,
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Bytes.utf8(message)),
            List.of()));
  }

  private HttpServer server(String path, BiFunction<String, List<String>, Said> answer)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext(path, exchange -> serve(exchange, answer));
    server.start();
    return server;
  }

  private static void serve(HttpExchange exchange, BiFunction<String, List<String>, Said> answer)
      throws IOException {
    try (exchange) {
      String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
      Said said = answer.apply(asked, lines);
      byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      said.cookies().forEach(it -> exchange.getResponseHeaders().add("Set-Cookie", it));
      exchange.sendResponseHeaders(said.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Said post(URI to, String body, List<String> cookies) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    cookies.forEach(line -> request.header("Cookie", line));
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Said(answer.body(), answer.headers().allValues("Set-Cookie"), answer.statusCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said("{}", List.of());
    }
  }

  static JsonObject json(String text) {
    JsonValue value = JsonParser.parse(text).value().orElse(JsonObject.EMPTY);
    return value instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  static String text(JsonObject body) {
    return JsonText.compact(body);
  }

  @Override
  public Trip send(
      HttpRequestMessage request,
      Function<HttpResponseMessage, Optional<HttpRequestMessage>> readingBack) {
    int mark = seen.size();
    dev.concordat.wire.caller.Called called = caller.send(request, PATIENCE);
    Optional<HttpResponseMessage> answer =
        called instanceof dev.concordat.wire.caller.Called.Answered answered
            ? Optional.of(answered.response())
            : Optional.empty();
    return new Trip(answer, new ArrayList<>(seen.subList(mark, seen.size())));
  }

  @Override
  public Called called(dev.concordat.model.exchange.HttpExchange exchange) {
    return new Called(exchange.link().provider() + ".create", Map.of());
  }

  @Override
  public Optional<String> publisher(MessageDelivery message) {
    return Optional.of("payments");
  }

  @Override
  public List<String> subscribers(MessageDelivery message) {
    return List.of();
  }

  @Override
  public String keeper(RowChange row) {
    return "payments";
  }

  @Override
  public List<Schema> described(Exchange exchange, ValuePlace.Kind kind) {
    if (!(exchange instanceof dev.concordat.model.exchange.HttpExchange http)) {
      return List.of();
    }
    HttpOperation operation =
        contracts
            .getOrDefault(http.link().provider(), ordersContract())
            .operation("create")
            .orElseThrow();
    List<MediaTypeSpec> bodies =
        kind == ValuePlace.Kind.REQUEST
            ? operation.body().orElseThrow().content()
            : operation.response(201).orElseThrow().content();
    return bodies.stream().flatMap(it -> it.schema().stream()).toList();
  }

  @Override
  public int breaches(Exchange exchange) {
    if (!(exchange instanceof dev.concordat.model.exchange.HttpExchange http)) {
      return 0;
    }
    var judge = new HttpJudge(contracts.getOrDefault(http.link().provider(), ordersContract()));
    int answered =
        http.response().map(it -> judge.judgeResponse(http.request(), it).size()).orElse(0);
    return judge.judgeRequest(http.request()).size() + answered;
  }

  @Override
  public void close() {
    caller.close();
    outer.close();
    inner.close();
    orders.stop(0);
    payments.stop(0);
    client.close();
    threads.close();
    loops.close();
  }
}
