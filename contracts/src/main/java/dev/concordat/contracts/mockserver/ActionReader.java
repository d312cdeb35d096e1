package dev.concordat.contracts.mockserver;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Reads what MockServer does with a request that an expectation matches.
final class ActionReader {
  static final Set<String> ACTIONS =
      Set.of(
          "httpResponse",
          "httpResponses",
          "httpResponseTemplate",
          "httpResponseClassCallback",
          "httpResponseObjectCallback",
          "httpForward",
          "httpForwardTemplate",
          "httpForwardClassCallback",
          "httpForwardObjectCallback",
          "httpOverrideForwardedRequest",
          "httpClassCallback",
          "httpObjectCallback",
          "httpError");

  private final FieldReader fields;
  private final ResponseReader responses;

  ActionReader(FieldReader fields) {
    this.fields = fields;
    this.responses = new ResponseReader(fields);
  }

  List<StubResponse> read(ObjectNode expectation) {
    return expectation.members().stream()
        .filter(member -> ACTIONS.contains(member.name()))
        .flatMap(member -> action(expectation, member).stream())
        .toList();
  }

  private List<StubResponse> action(ObjectNode expectation, ObjectNode.Member member) {
    if (member.name().equals("httpResponses")) {
      return fields.objects(expectation, "httpResponses", "a response").stream()
          .map(one -> responses.read(one, delay(fields, one)))
          .toList();
    }
    return fields.object(member.value(), member.name()).map(one -> one(member.name(), one)).stream()
        .toList();
  }

  private StubResponse one(String action, ObjectNode node) {
    Optional<Duration> delay = delay(fields, node);
    return switch (action) {
      case "httpResponse" -> responses.read(node, delay);
      case "httpForward" -> new StubResponse.Proxied(target(node), delay, node.place());
      case "httpOverrideForwardedRequest" ->
          new StubResponse.Proxied("the request's own server", delay, node.place());
      case "httpError" ->
          new StubResponse.Broken(
              fields.flag(node, "dropConnection") ? "dropConnection" : "responseBytes",
              delay,
              node.place());
      case "httpResponseTemplate", "httpForwardTemplate" ->
          new StubResponse.Computed(
              "a template in " + fields.text(node, "templateType").orElse("JAVASCRIPT"),
              delay,
              node.place());
      default ->
          new StubResponse.Computed(
              "the callback " + fields.text(node, "callbackClass").orElse("of a client"),
              delay,
              node.place());
    };
  }

  private String target(ObjectNode node) {
    String scheme = fields.text(node, "scheme").orElse("HTTP").toLowerCase(Locale.ROOT);
    String port = fields.integer(node, "port").map(number -> ":" + number).orElse("");
    return scheme + "://" + fields.text(node, "host").orElse("") + port;
  }

  private static Optional<Duration> delay(FieldReader fields, ObjectNode node) {
    Optional<ObjectNode> delay = fields.object(node, "delay");
    Optional<Integer> value = delay.flatMap(found -> fields.integer(found, "value"));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String unit = fields.text(delay.get(), "timeUnit").orElse("MILLISECONDS");
    try {
      TimeUnit parsed = TimeUnit.valueOf(unit);
      return Optional.of(Duration.of(value.get(), parsed.toChronoUnit()));
    } catch (IllegalArgumentException e) {
      Node wrong = delay.get().get("timeUnit").orElse(node);
      fields.mismatch("timeUnit", wrong, "a unit such as MILLISECONDS or SECONDS");
      return Optional.empty();
    }
  }
}
