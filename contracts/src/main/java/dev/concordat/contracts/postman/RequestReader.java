package dev.concordat.contracts.postman;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads requests. Postman's mock servers match method, path and query; headers and body are part of the sample only.
/// Authorization is not: its secrets are the user's.
final class RequestReader {
  private static final String DEFAULT_METHOD = "GET";

  private static final Set<String> KNOWN =
      Set.of(
          "url", "auth", "proxy", "certificate", "method", "description", "header", "body", "name");

  private final FieldReader fields;
  private final UrlReader urls;
  private final HeaderReader headers;
  private final BodyReader bodies;

  RequestReader(FieldReader fields) {
    this.fields = fields;
    this.urls = new UrlReader(fields);
    this.headers = new HeaderReader(fields);
    this.bodies = new BodyReader(fields);
  }

  /// The request; nothing where it has no address. A request may be its address alone.
  Optional<StubRequest> read(Node node, Variables variables) {
    if (!(node instanceof ObjectNode request)) {
      return urls.read(node, variables)
          .map(
              url ->
                  new StubRequest(
                      conditions(DEFAULT_METHOD, url, node),
                      sample(DEFAULT_METHOD, url, List.of(), Optional.of(Bytes.EMPTY)),
                      node.place()));
    }
    fields.expectOnly(request, "a request", KNOWN);
    return Reading.member(request, "url")
        .flatMap(url -> urls.read(url, variables))
        .map(url -> read(request, url, variables));
  }

  private StubRequest read(ObjectNode request, Address url, Variables variables) {
    String method = fields.text(request, "method").orElse(DEFAULT_METHOD).toUpperCase(Locale.ROOT);
    List<Header> sent = new ArrayList<>(headers.read(request, variables));
    Optional<ObjectNode> body = fields.object(request, "body");
    boolean saysType = Headers.first(sent, "Content-Type").isPresent();
    if (!saysType) {
      body.flatMap(bodies::mediaType).ifPresent(type -> sent.add(new Header("Content-Type", type)));
    }
    Optional<Bytes> bytes =
        body.isPresent() ? bodies.read(body.get(), variables) : Optional.of(Bytes.EMPTY);
    return new StubRequest(
        conditions(method, url, request), sample(method, url, sent, bytes), request.place());
  }

  /// The sample; empty where a piece of it is only known when it is sent.
  private static Optional<HttpRequestMessage> sample(
      String method, Address url, List<Header> sent, Optional<Bytes> body) {
    var all = new ArrayList<Header>();
    if (!url.host().isEmpty() && Headers.first(sent, "Host").isEmpty()) {
      all.add(new Header("Host", url.host()));
    }
    all.addAll(sent);
    boolean isOpen =
        all.stream().anyMatch(header -> header.value().contains("{{"))
            || body.filter(bytes -> bytes.utf8().contains("{{")).isPresent();
    if (isOpen) {
      return Optional.empty();
    }
    return body.flatMap(
        bytes -> url.target().map(target -> new HttpRequestMessage(method, target, all, bytes)));
  }

  private static List<RequestCondition> conditions(String method, Address url, Node node) {
    var conditions = new ArrayList<RequestCondition>();
    conditions.add(on(RequestPart.METHOD, "", ValuePattern.Text.equalTo(method), node));
    ValuePattern path =
        url.isTemplate()
            ? new ValuePattern.PathTemplate(url.path())
            : ValuePattern.Text.equalTo(url.path());
    conditions.add(on(RequestPart.PATH, "", path, node));
    for (Address.Pair pair : url.query()) {
      ValuePattern value =
          pair.value().contains("{{")
              ? new ValuePattern.Presence(true)
              : ValuePattern.Text.equalTo(pair.value());
      conditions.add(on(RequestPart.QUERY_PARAMETER, pair.name(), value, node));
    }
    return conditions;
  }

  private static RequestCondition on(
      RequestPart part, String name, ValuePattern pattern, Node node) {
    return new RequestCondition.On(part, name, pattern, node.place());
  }
}
