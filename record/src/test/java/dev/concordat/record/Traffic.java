package dev.concordat.record;

import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.YamlText;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.link.LinkName;
import dev.concordat.record.document.ContractDocument;
import dev.concordat.record.learning.Learning;
import dev.concordat.record.learning.Lesson;
import dev.concordat.record.privacy.Cleaner;
import dev.concordat.record.settling.Settling;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Traffic that tests write down, and what is learned from it.
final class Traffic {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final List<HttpExchange> exchanges = new ArrayList<>();

  /// A call with JSON on both sides; an empty text is no body.
  Traffic call(String method, String target, String sent, int status, String answered) {
    return call(method, target, List.of(), sent, status, List.of(), answered);
  }

  Traffic call(
      String method,
      String target,
      List<Header> headers,
      String sent,
      int status,
      List<Header> answerHeaders,
      String answered) {
    exchanges.add(
        new HttpExchange(
            "x" + exchanges.size(),
            new LinkName("tests", "provider"),
            START.plusSeconds(exchanges.size()),
            Duration.ofMillis(3),
            Optional.empty(),
            new HttpRequestMessage(method, target, typed(headers, sent), Bytes.utf8(sent)),
            Optional.of(
                new HttpResponseMessage(
                    status, typed(answerHeaders, answered), Bytes.utf8(answered))),
            Optional.empty()));
    return this;
  }

  private static List<Header> typed(List<Header> headers, String body) {
    boolean isTyped =
        body.isEmpty()
            || headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("content-type"));
    if (isTyped) {
      return headers;
    }
    var all = new ArrayList<>(headers);
    all.add(new Header("Content-Type", "application/json"));
    return all;
  }

  List<HttpExchange> exchanges() {
    return exchanges;
  }

  /// What is learned when the exchanges come in this order.
  static Learning learned(List<HttpExchange> exchanges) {
    var recorder =
        new Recorder(new Cleaner(Set.of(), false), Lesson.Known.NOTHING, Learning.EMPTY, 0);
    exchanges.forEach(recorder::seen);
    return recorder.learning();
  }

  Learning learned() {
    return learned(exchanges);
  }

  static JsonObject document(Learning learning) {
    return ContractDocument.of(Settling.of(learning), "Recorded", Optional.empty());
  }

  JsonObject document() {
    return document(learned());
  }

  static OpenApiContract contract(JsonObject document) {
    Path root = Path.of("").toAbsolutePath();
    var text = YamlText.of(document).getBytes(StandardCharsets.UTF_8);
    var read =
        new ContractReader(root)
            .read(new DocumentReader(root, ReadLimits.defaults()).parse("openapi.yaml", text));
    if (read instanceof OpenApiContract contract) {
      return contract;
    }
    throw new AssertionError(read.problems().toString());
  }

  /// What the learned contract has against the traffic that it was learned from; refused requests are not judged.
  static List<String> breaches(JsonObject document, List<HttpExchange> exchanges) {
    var contract = contract(document);
    var judge = new HttpJudge(contract);
    List<String> breaches = new ArrayList<>();
    contract.problems().forEach(problem -> breaches.add(problem.toString()));
    for (HttpExchange exchange : exchanges) {
      HttpResponseMessage response = exchange.response().orElseThrow();
      if (response.status() < 400) {
        judge.judgeRequest(exchange.request()).forEach(breach -> breaches.add(breach.toString()));
      }
      judge
          .judgeResponse(exchange.request(), response)
          .forEach(breach -> breaches.add(exchange.id() + " " + breach));
    }
    return breaches;
  }
}
