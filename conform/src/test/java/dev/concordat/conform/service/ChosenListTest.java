package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A list that must be asked for with a value of its things, at a service that answers with those only.
class ChosenListTest {
  private static final int REQUESTS = 60;

  private static final String FEEDS =
      """
      openapi: 3.1.0
      info: {title: Feeds, version: '1'}
      paths:
        /feeds:
          post:
            requestBody:
              required: true
              content: {application/json: {schema: {type: object, required: [feedType], properties: {feedType: {type: string, minLength: 1}}}}}
            responses:
              '201': {description: made, content: {application/json: {schema: FEED}}}
              '400': {description: wrong}
          get:
            parameters: [{name: feed_type, in: query, required: true, schema: {type: string}}]
            responses:
              '200': {description: those, content: {application/json: {schema: {type: array, items: FEED}}}}
              '400': {description: wrong}
        /feeds/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses:
              '200': {description: one, content: {application/json: {schema: FEED}}}
              '404': {description: none}
      """
          .replace(
              "FEED",
              "{type: object, required: [id, feedType], properties: {id: {type: string}, feedType:"
                  + " {type: string}}}");

  /// Keeps what was posted, as JSON of one feed each.
  ///
  /// @param hides whether lists leave out what was made last
  private record Service(List<String> feeds, boolean hides) {
    Response answer(Request request) {
      String body = new String(request.body(), StandardCharsets.UTF_8);
      if (request.method().equals("POST")) {
        if (!body.matches("\\{\"feedType\":\"[^\"]+\"}")) {
          return Response.empty(400);
        }
        feeds.add(body.replaceFirst("\\{", "{\"id\":\"f" + feeds.size() + "\","));
        return json(201, feeds.getLast());
      }
      if (request.path().equals("/feeds")) {
        String type = request.target().replaceFirst(".*feed_type=", "").replace("%20", " ");
        boolean isAsked = request.target().contains("feed_type=");
        return isAsked ? json(200, listed(type)) : Response.empty(400);
      }
      return feeds.stream()
          .filter(feed -> feed.contains("\"" + request.path().substring("/feeds/".length()) + "\""))
          .findFirst()
          .map(feed -> json(200, feed))
          .orElseGet(() -> Response.empty(404));
    }

    private String listed(String type) {
      return feeds.subList(0, hides ? Math.max(0, feeds.size() - 1) : feeds.size()).stream()
          .filter(feed -> feed.contains("\"" + type + "\""))
          .collect(Collectors.joining(",", "[", "]"));
    }
  }

  private static Response json(int status, String body) {
    return Response.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> found(boolean hides) {
    var service = new Service(new ArrayList<>(), hides);
    try (var server = SmallServer.start(service::answer)) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(REQUESTS).withoutFuzzing());
      return new Conformance(Contracts.of("feeds.yaml", FEEDS), options, event -> {})
          .run().findings().stream().map(ConformFinding::rule).map(rule -> rule.id()).toList();
    }
  }

  @Test
  void isAskedForWithTheValueOfTheThingThatIsLookedFor() {
    assertThat(found(false)).doesNotContain("conform/not-listed");
  }

  @Test
  void aThingThatIsMissingFromItIsFound() {
    assertThat(found(true)).contains("conform/not-listed");
  }
}
