package dev.concordat.contracts.hoverfly;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads which requests a pair answers.
final class RequestReader {
  private static final Set<String> KNOWN =
      Set.of(
          "path",
          "method",
          "destination",
          "scheme",
          "body",
          "headers",
          "query",
          "requiresState",
          "deprecatedQuery");

  private static final Map<String, RequestPart> SINGLE = new LinkedHashMap<>();

  static {
    SINGLE.put("scheme", RequestPart.SCHEME);
    SINGLE.put("destination", RequestPart.HOST);
    SINGLE.put("method", RequestPart.METHOD);
    SINGLE.put("path", RequestPart.PATH);
    SINGLE.put("deprecatedQuery", RequestPart.QUERY);
    SINGLE.put("body", RequestPart.BODY);
  }

  private final FieldReader fields;
  private final MatcherReader matchers;

  RequestReader(FieldReader fields) {
    this.fields = fields;
    this.matchers = new MatcherReader(fields);
  }

  StubRequest read(ObjectNode node) {
    fields.expectOnly(node, "a request", KNOWN);
    var conditions = new ArrayList<RequestCondition>();
    SINGLE.forEach((member, part) -> add(fields.items(node, member), part, conditions));
    named(node, "query", RequestPart.QUERY_PARAMETER, conditions);
    named(node, "headers", RequestPart.HEADER, conditions);
    return new StubRequest(conditions, Optional.empty(), node.place());
  }

  private void add(List<Node> nodes, RequestPart part, List<RequestCondition> conditions) {
    for (Node one : nodes) {
      if (part == RequestPart.BODY && isForm(one)) {
        form((ObjectNode) one, conditions);
      } else {
        matchers
            .read(one)
            .ifPresent(
                found -> conditions.add(new RequestCondition.On(part, "", found, one.place())));
      }
    }
  }

  private static boolean isForm(Node node) {
    return node instanceof ObjectNode matcher
        && matcher.get("matcher").map(Node::toString).orElse("").equalsIgnoreCase("\"form\"");
  }

  /// The matcher `form` holds matchers for the fields of the body.
  private void form(ObjectNode matcher, List<RequestCondition> conditions) {
    named(matcher, "value", RequestPart.FORM_FIELD, conditions);
  }

  private void named(
      ObjectNode node, String member, RequestPart part, List<RequestCondition> conditions) {
    for (ObjectNode.Member one : fields.members(node, member)) {
      for (Node matcher : MatcherReader.all(one.value())) {
        matchers
            .read(matcher)
            .ifPresent(
                found ->
                    conditions.add(new RequestCondition.On(part, one.name(), found, one.place())));
      }
    }
  }
}
