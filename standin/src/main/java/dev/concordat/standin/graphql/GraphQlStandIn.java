package dev.concordat.standin.graphql;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.graphql.GraphQlJudge;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.ProvenanceHeader;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.Verification;
import dev.concordat.standin.http.Answerer;
import dev.concordat.standin.http.Reply;
import dev.concordat.standin.http.Served;
import dev.concordat.standin.refusal.Refusals;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Answers GraphQL over HTTP (GraphQL-over-HTTP specification) with values made from a schema and a seed: the same id is the
/// same object. What mutations make, change and remove is remembered, where their names and arguments tell what they do.
/// Operations that the schema forbids are refused. Thread-safe: operations are carried out one after the other.
public final class GraphQlStandIn implements Answerer {
  /// Where it answers.
  public static final String PATH = "/graphql";

  /// `DELETE` forgets what mutations did.
  public static final String STATE_PATH = "/.concordat/state";

  /// Longer queries, in characters, are refused.
  static final int MAX_QUERY = 1 << 20;

  private static final String MODERN = "application/graphql-response+json";
  private static final String LEGACY = "application/json";

  private final GraphQlSchemaContract contract;
  private final GraphQlJudge judge;
  private final Execution execution;
  private final Header provenance;

  /// @throws IllegalArgumentException where nothing of the schema is usable
  public GraphQlStandIn(GraphQlSchemaContract contract, StandInSettings settings) {
    GraphQLSchema schema =
        contract
            .executable()
            .orElseThrow(() -> new IllegalArgumentException("nothing of the schema is usable"));
    this.contract = contract;
    this.judge = new GraphQlJudge(contract);
    this.execution = new Execution(schema, settings);
    String digest = Meaning.of(contract).map(meaning -> meaning.digest()).orElse("");
    this.provenance =
        ProvenanceHeader.of(contract.file())
            .with("kind", "graphql")
            .with("meaning", digest)
            .with("seed", settings.seed())
            .of(new Verification.Never());
  }

  /// What each mutation is taken for: `createOrder` and `create Order`. Those that are missing answer made values.
  public Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    execution.roles().forEach((name, role) -> roles.put(name, role.toString()));
    return roles;
  }

  public GraphQlSchemaContract contract() {
    return contract;
  }

  /// A query may take long: each is answered by a thread of its own.
  @Override
  public void answer(HttpRequestMessage request, Reply reply) {
    Thread.ofVirtual()
        .name("concordat-graphql")
        .start(() -> reply.send(Served.of(answer(request))));
  }

  private HttpResponseMessage answer(HttpRequestMessage request) {
    String accept = request.header("accept").orElse("").toLowerCase(Locale.ROOT);
    String type = accept.contains(MODERN) ? MODERN : LEGACY;
    if (request.path().equals(STATE_PATH)) {
      return reset(request, type);
    }
    if (!request.path().equals(PATH)) {
      return refused(404, type, "nothing is at " + request.path() + "; GraphQL is at " + PATH);
    }
    return switch (request.method()) {
      case "GET" -> get(request, type);
      case "POST" -> post(request, type);
      default ->
          refused(405, type, "GraphQL is asked by GET or POST")
              .with(new Header("Allow", "GET, POST"));
    };
  }

  private HttpResponseMessage reset(HttpRequestMessage request, String type) {
    if (!request.method().equals("DELETE")) {
      return refused(405, type, "DELETE " + STATE_PATH + " begins anew")
          .with(new Header("Allow", "DELETE"));
    }
    execution.reset();
    return message(200, LEGACY, JsonObject.EMPTY);
  }

  private HttpResponseMessage post(HttpRequestMessage request, String type) {
    String given = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!given.split(";", 2)[0].strip().equals(LEGACY)) {
      return refused(415, type, "the body is '" + given + "'; application/json is read");
    }
    return JsonParser.parse(request.body().toArray()).value().orElse(JsonNull.NULL)
            instanceof JsonObject body
        ? carriedOut(body, type, false)
        : refused(400, type, "the body is no JSON object with a `query`");
  }

  private HttpResponseMessage get(HttpRequestMessage request, String type) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (RequestFields.Field field : RequestFields.query(request.query())) {
      String name = field.name();
      String value = Percent.decodeForm(field.raw());
      boolean isJson = name.equals("variables") || name.equals("extensions");
      Optional<JsonValue> parsed =
          isJson ? JsonParser.parse(value).value() : Optional.of(new JsonString(value));
      if (parsed.isEmpty()) {
        return refused(400, type, "`" + name + "` is no JSON");
      }
      members.put(name, parsed.get());
    }
    return carriedOut(new JsonObject(members), type, true);
  }

  /// @param isSafe whether it was asked in a way that must not change anything
  private HttpResponseMessage carriedOut(JsonObject request, String type, boolean isSafe) {
    String query = Execution.text(request, "query");
    if (query.isEmpty()) {
      return refused(400, type, "the request has no `query`");
    }
    if (query.length() > MAX_QUERY) {
      return refused(413, type, "the query has more than " + MAX_QUERY + " characters");
    }
    int refusal = type.equals(MODERN) ? 400 : 200;
    String kind = Operations.kind(query, Execution.text(request, "operationName"));
    if (isSafe && kind.equals("MUTATION")) {
      return refused(405, type, "a mutation is sent by POST, not by GET")
          .with(new Header("Allow", "POST"));
    }
    if (kind.equals("SUBSCRIPTION")) {
      return refused(refusal, type, "subscriptions are not served");
    }
    List<Breach> breaches = judge.request(request);
    JsonObject answer = execution.execute(request);
    if (breaches.isEmpty()) {
      boolean hasData = answer.member("data").isPresent();
      return concluded(request, message(hasData ? 200 : refusal, type, answer));
    }
    return message(refusal, type, explained(answer, breaches))
        .with(new Header("Concordat-Refusal", Refusals.asHeader(sentence(breaches.getFirst()))));
  }

  private static String sentence(Breach breach) {
    return breach.sentence().shortForm() + " " + breach.message();
  }

  /// The library's errors have their locations, the judge's the sentences of the schema: both tell in the same order.
  private static JsonObject explained(JsonObject answer, List<Breach> breaches) {
    List<JsonValue> located =
        answer.member("errors").orElse(JsonNull.NULL) instanceof JsonArray(List<JsonValue> items)
            ? items
            : List.of();
    List<JsonValue> errors = new ArrayList<>();
    for (int i = 0; i < breaches.size(); i++) {
      JsonObject error =
          JsonObject.EMPTY.with("message", new JsonString(breaches.get(i).message()));
      if (located.size() == breaches.size() && located.get(i) instanceof JsonObject at) {
        Optional<JsonValue> locations = at.member("locations");
        error = locations.isPresent() ? error.with("locations", locations.get()) : error;
      }
      errors.add(
          error.with(
              "extensions",
              JsonObject.EMPTY.with(
                  "sentence", new JsonString(breaches.get(i).sentence().shortForm()))));
    }
    return JsonObject.EMPTY.with("errors", new JsonArray(errors));
  }

  /// The last look at an answer, by the judge of real providers.
  private HttpResponseMessage concluded(JsonObject request, HttpResponseMessage answer) {
    JsonValue body = JsonParser.parse(answer.body().toArray()).value().orElse(JsonNull.NULL);
    List<Breach> breaches = judge.response(request, body);
    return breaches.isEmpty()
        ? answer
        : answer.with(
            new Header("Concordat-Breaks", Refusals.asHeader(sentence(breaches.getFirst()))));
  }

  private HttpResponseMessage refused(int status, String type, String why) {
    JsonObject error = JsonObject.EMPTY.with("message", new JsonString(why));
    JsonObject body = JsonObject.EMPTY.with("errors", new JsonArray(List.of(error)));
    return message(status, type, body)
        .with(new Header("Concordat-Refusal", Refusals.asHeader(why)));
  }

  private HttpResponseMessage message(int status, String type, JsonObject body) {
    return new HttpResponseMessage(
        status,
        List.of(new Header("Content-Type", type + "; charset=utf-8"), provenance),
        Bytes.utf8(body.toString()));
  }

  @Override
  public HttpResponseMessage unreadable(int status, String reason) {
    return refused(status, LEGACY, reason);
  }
}
