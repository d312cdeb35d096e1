package dev.concordat.standin.kafka;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.http.Answerer;
import dev.concordat.standin.http.Reply;
import dev.concordat.standin.http.Served;
import dev.concordat.standin.message.Play;
import dev.concordat.standin.refusal.Problem;
import dev.concordat.standin.wish.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What tests ask of a stand-in at a broker, over HTTP. Thread-safe.
public final class KafkaAdministration implements Answerer {
  /// Where it answers.
  public static final String PATH = "/.concordat";

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final List<String> FILTERS = List.of("what", "operation", "message", "topic");

  private final KafkaStandIn standIn;

  public KafkaAdministration(KafkaStandIn standIn) {
    this.standIn = standIn;
  }

  /// Brokers take their time: each request has a thread of its own.
  @Override
  public void answer(HttpRequestMessage request, Reply reply) {
    Thread.ofVirtual()
        .name("concordat-messages-admin")
        .start(() -> reply.send(Served.of(answered(request).with(standIn.standIn().provenance()))));
  }

  @Override
  public HttpResponseMessage unreadable(int status, String reason) {
    return new Problem(status, reason).response().with(standIn.standIn().provenance());
  }

  private HttpResponseMessage answered(HttpRequestMessage request) {
    String path = request.path();
    String what =
        path.startsWith(PATH + "/")
            ? request.method() + " " + path.substring(PATH.length() + 1)
            : "";
    try {
      return switch (what) {
        case "POST send" -> send(request);
        case "GET messages" -> messages(request);
        case "DELETE messages" -> cleared();
        case "GET report" -> report();
        case "DELETE state" -> reset();
        case "GET contracts" -> answer(OK, contract());
        default ->
            new Problem(
                    404,
                    "there is no "
                        + request.method()
                        + " "
                        + path
                        + "; below "
                        + PATH
                        + " there are POST send; GET, DELETE messages; GET report; DELETE state; GET"
                        + " contracts")
                .response();
      };
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return new Problem(503, "the stand-in is being closed").response();
    }
  }

  private HttpResponseMessage send(HttpRequestMessage request) throws InterruptedException {
    if (!(JsonParser.parse(request.body().toArray()).value().orElse(null)
        instanceof JsonObject body)) {
      return new Problem(
              400, "the body is no JSON object, such as {\"operation\": \"confirm\", \"count\": 3}")
          .response();
    }
    OrderText wanted;
    try {
      wanted = OrderText.read(body, Wish.of(request));
    } catch (IllegalArgumentException wrong) {
      return new Problem(400, Objects.requireNonNullElse(wrong.getMessage(), "no order"))
          .response();
    }
    List<JsonValue> sent = new ArrayList<>();
    for (int i = 0; i < wanted.count(); i++) {
      switch (standIn.send(wanted.order())) {
        case KafkaStandIn.Outcome.Sent(JsonObject entry) -> sent.add(entry);
        case KafkaStandIn.Outcome.Refused(var reason, var breaches) -> {
          return after(
              sent, new Problem(400, reason, Entry.sentences(breaches).items()).response());
        }
        case KafkaStandIn.Outcome.Failed(String reason) -> {
          return after(sent, new Problem(503, reason).response());
        }
      }
    }
    HttpResponseMessage answer = answer(CREATED, new JsonArray(sent));
    return wanted
        .order()
        .example()
        .map(
            name -> answer.with(new Header("Preference-Applied", "example=\"" + ascii(name) + '"')))
        .orElse(answer);
  }

  private static String ascii(String text) {
    return text.replaceAll("[^ !#-\\[\\]-~]", "?");
  }

  /// What was sent before it went wrong is told too.
  private static HttpResponseMessage after(List<JsonValue> sent, HttpResponseMessage problem) {
    return sent.isEmpty()
        ? problem
        : problem.with(new Header("Concordat-Sent", String.valueOf(sent.size())));
  }

  private HttpResponseMessage messages(HttpRequestMessage request) throws InterruptedException {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (RequestFields.Field field : RequestFields.query(request.query())) {
      if (!FILTERS.contains(field.name())) {
        return new Problem(
                400, "there is no filter '" + field.name() + "', but " + String.join(", ", FILTERS))
            .response();
      }
      wanted.put(field.name(), Percent.decodeForm(field.raw()));
    }
    boolean isCaughtUp = standIn.caughtUp();
    return told(
        standIn.messages(
            entry ->
                isWanted(wanted, "what", entry.what().text())
                    && isWanted(wanted, "operation", entry.operation())
                    && isWanted(wanted, "message", entry.message())
                    && isWanted(wanted, "topic", entry.topic())),
        isCaughtUp);
  }

  private static boolean isWanted(Map<String, String> wanted, String name, String value) {
    return Optional.ofNullable(wanted.get(name)).map(value::equals).orElse(true);
  }

  /// Who asks sees everything that the broker had then, or is told that it is not so.
  private static HttpResponseMessage told(JsonValue body, boolean isCaughtUp) {
    HttpResponseMessage answer = answer(OK, body);
    return isCaughtUp ? answer : answer.with(new Header("Concordat-Behind", "?1"));
  }

  private HttpResponseMessage report() throws InterruptedException {
    boolean isCaughtUp = standIn.caughtUp();
    return told(standIn.report(), isCaughtUp);
  }

  /// What the broker has by now is not told afterwards.
  private HttpResponseMessage cleared() throws InterruptedException {
    standIn.caughtUp();
    standIn.clear();
    return answer(OK, new JsonArray(List.of()));
  }

  private HttpResponseMessage reset() throws InterruptedException {
    standIn.caughtUp();
    standIn.reset();
    return answer(OK, standIn.report());
  }

  private JsonValue contract() {
    var contract = standIn.standIn().contract();
    Map<String, JsonValue> operations = new LinkedHashMap<>();
    for (Play play : standIn.standIn().plays()) {
      operations.put(
          play.id(),
          new JsonString((play.isSending() ? "sends on " : "takes from ") + play.shownTopic()));
    }
    List<JsonValue> unserved = new ArrayList<>();
    standIn.standIn().unserved().forEach(each -> unserved.add(new JsonString(each)));
    return JsonObject.EMPTY
        .with("file", new JsonString(contract.file()))
        .with("title", new JsonString(contract.title()))
        .with("version", new JsonString(contract.version()))
        .with("seed", JsonNumber.of(standIn.standIn().settings().seed()))
        .with("counterpart", JsonBoolean.of(standIn.standIn().settings().isCounterpart()))
        .with("operations", new JsonObject(operations))
        .with("unserved", new JsonArray(unserved));
  }

  private static HttpResponseMessage answer(int status, JsonValue body) {
    return new HttpResponseMessage(
        status,
        List.of(new Header("Content-Type", "application/json")),
        Bytes.utf8(JsonText.pretty(body) + "\n"));
  }
}
