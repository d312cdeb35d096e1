package dev.concordat.contracts.mockserver;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads which requests an expectation answers.
final class RequestReader {
  private static final Set<String> KNOWN =
      Set.of(
          "not",
          "method",
          "path",
          "pathParameters",
          "queryStringParameters",
          "headers",
          "cookies",
          "body",
          "keepAlive",
          "secure",
          "protocol",
          "streamId",
          "socketAddress",
          "localAddress",
          "remoteAddress",
          "clientCertificateChain",
          "specUrlOrPayload",
          "operationId");

  private static final Map<String, RequestPart> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("pathParameters", RequestPart.PATH_PARAMETER);
    NAMED.put("queryStringParameters", RequestPart.QUERY_PARAMETER);
    NAMED.put("headers", RequestPart.HEADER);
    NAMED.put("cookies", RequestPart.COOKIE);
  }

  private final FieldReader fields;
  private final StringReader strings;
  private final BodyReader bodies;
  private final MultiValues values;

  RequestReader(FieldReader fields) {
    this.fields = fields;
    this.strings = new StringReader(fields);
    this.values = new MultiValues(fields, strings);
    this.bodies = new BodyReader(fields, values);
  }

  StubRequest read(ObjectNode node) {
    fields.expectOnly(node, "a request", KNOWN);
    List<RequestCondition> conditions = conditions(node);
    if (!fields.flag(node, "not")) {
      return new StubRequest(conditions, Optional.empty(), node.place());
    }
    var inner = new StubRequest(conditions, Optional.empty(), node.place());
    return new StubRequest(
        List.of(new RequestCondition.Not(inner, node.place())), Optional.empty(), node.place());
  }

  private List<RequestCondition> conditions(ObjectNode node) {
    var conditions = new ArrayList<RequestCondition>();
    if (node.has("secure")) {
      String scheme = fields.flag(node, "secure") ? "https" : "http";
      conditions.add(on(RequestPart.SCHEME, ValuePattern.Text.equalTo(scheme), at(node, "secure")));
    }
    strings
        .member(node, "method")
        .ifPresent(found -> conditions.add(on(RequestPart.METHOD, found, at(node, "method"))));
    path(node).ifPresent(found -> conditions.add(on(RequestPart.PATH, found, at(node, "path"))));
    strings
        .member(node, "remoteAddress")
        .ifPresent(
            found ->
                conditions.add(on(RequestPart.CLIENT_ADDRESS, found, at(node, "remoteAddress"))));
    NAMED.forEach(
        (member, part) ->
            node.get(member)
                .ifPresent(found -> conditions.addAll(values.read(found, part, member))));
    node.get("body").ifPresent(body -> conditions.addAll(bodies.read(body)));
    if (node.has("specUrlOrPayload")) {
      String operation = fields.text(node, "operationId").orElse("any operation");
      conditions.add(
          new RequestCondition.Unjudged(
              operation + " of an OpenAPI document", at(node, "specUrlOrPayload").place()));
    }
    return conditions;
  }

  /// With parameters the path is a template.
  private Optional<ValuePattern> path(ObjectNode node) {
    return node.has("pathParameters")
        ? fields.text(node, "path").map(ValuePattern.PathTemplate::new)
        : strings.member(node, "path");
  }

  private static Node at(ObjectNode node, String member) {
    return node.get(member).orElse(node);
  }

  private static RequestCondition on(RequestPart part, ValuePattern pattern, Node node) {
    return new RequestCondition.On(part, "", pattern, node.place());
  }
}
