package dev.concordat.contracts.mountebank;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what a stub answers (mbtest.org, "Responses"), each response once however often it is repeated.
final class ResponseReader {
  private static final int DEFAULT_STATUS = 200;

  private static final Set<String> RESPONSE =
      Set.of("is", "proxy", "inject", "fault", "behaviors", "repeat");

  private static final Set<String> IS = Set.of("statusCode", "headers", "body");

  /// Behaviors that change what is answered while it is answered.
  private static final Set<String> CHANGING =
      Set.of("decorate", "shellTransform", "copy", "lookup");

  private final FieldReader fields;
  private final Optional<ObjectNode> defaults;

  /// @param defaults what the imposter answers where a response says nothing
  ResponseReader(FieldReader fields, Optional<ObjectNode> defaults) {
    this.fields = fields;
    this.defaults = defaults;
  }

  Optional<StubResponse> read(ObjectNode node) {
    fields.expectOnly(node, "a response", RESPONSE);
    List<ObjectNode> behaviors = behaviors(node);
    Optional<Duration> delay =
        behaviors.stream().flatMap(one -> wait(one).stream()).reduce(Duration::plus);
    Optional<ObjectNode> is = fields.object(node, "is");
    if (is.isPresent()) {
      fields.expectOnly(is.get(), "is", IS);
      boolean isChanged =
          behaviors.stream()
              .anyMatch(one -> one.members().stream().anyMatch(m -> CHANGING.contains(m.name())));
      return Optional.of(stated(is.get(), isChanged, delay));
    }
    Optional<ObjectNode> proxy = fields.object(node, "proxy");
    if (proxy.isPresent()) {
      String target = fields.text(proxy.get(), "to").orElse("");
      return Optional.of(new StubResponse.Proxied(target, delay, node.place()));
    }
    if (node.has("inject")) {
      return Optional.of(new StubResponse.Computed("a script", delay, node.place()));
    }
    Optional<String> fault = fields.text(node, "fault");
    if (fault.isEmpty()) {
      fields.error(
          "bad-response",
          node.place(),
          "the response has none of is, proxy, inject and fault",
          "write {\"is\": {\"statusCode\": 200}}");
    }
    return fault.map(name -> new StubResponse.Broken(name, delay, node.place()));
  }

  /// What is answered where a stub says nothing at all.
  StubResponse standard(ObjectNode stub) {
    return stated(stub, false, Optional.empty());
  }

  private StubResponse stated(ObjectNode is, boolean isChanged, Optional<Duration> delay) {
    return new StubResponse.Stated(
        fields
            .integer(is, "statusCode")
            .or(() -> defaults.flatMap(found -> fields.integer(found, "statusCode")))
            .orElse(DEFAULT_STATUS),
        headers(is),
        body(is).or(() -> defaults.flatMap(this::body)).orElseGet(StubBody.None::new),
        isChanged,
        delay,
        is.place());
  }

  private List<Header> headers(ObjectNode is) {
    var headers = new ArrayList<Header>();
    ObjectNode holder = is.has("headers") ? is : defaults.orElse(is);
    for (ObjectNode.Member member : fields.members(holder, "headers")) {
      List<Node> values =
          member.value() instanceof ArrayNode array ? array.items() : List.of(member.value());
      values.forEach(value -> headers.add(new Header(member.name(), text(value))));
    }
    return headers;
  }

  private Optional<StubBody> body(ObjectNode is) {
    boolean isBinary = Reading.text(is, "_mode").orElse("").equals("binary");
    return Reading.member(is, "body")
        .flatMap(
            node ->
                isBinary ? fields.base64(node, text(node)) : Optional.of(Bytes.utf8(text(node))))
        .map(bytes -> bytes.size() == 0 ? new StubBody.None() : new StubBody.Inline(bytes));
  }

  private static String text(Node node) {
    return node.toJson() instanceof JsonString(String text) ? text : node.toString();
  }

  /// In one object in old files, a list of them in new ones; with an underscore in the oldest.
  private List<ObjectNode> behaviors(ObjectNode node) {
    String member = node.has("behaviors") ? "behaviors" : "_behaviors";
    return node.get(member).orElse(null) instanceof ArrayNode
        ? fields.objects(node, member, "a behavior")
        : fields.object(node, member).stream().toList();
  }

  /// A time in milliseconds; a script says it when it runs.
  private Optional<Duration> wait(ObjectNode behavior) {
    boolean isNumber =
        behavior.get("wait").orElse(null) instanceof ScalarNode wait
            && wait.toString().matches("[0-9]{1,9}");
    return isNumber ? fields.integer(behavior, "wait").map(Duration::ofMillis) : Optional.empty();
  }
}
