package dev.concordat.standin.wiremock.admin;

import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.wiremock.WireMockReader;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.problem.Problem;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import dev.concordat.standin.wiremock.match.RequestMatcher;
import dev.concordat.standin.wiremock.store.Mapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Patterns that clients send to find requests and stubs.
final class Patterns {
  private static final DocumentReader DOCUMENTS = new DocumentReader(Path.of("."));

  private Patterns() {}

  /// What a client sent.
  sealed interface Read {
    record Good(RequestMatcher matcher) implements Read {}

    record Bad(List<String> reasons) implements Read {
      public Bad {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /// A pattern for requests.
  static Read ofRequest(Call call) {
    Optional<JsonObject> body = EventJson.body(call.request());
    return body.isEmpty()
        ? new Read.Bad(List.of("Error parsing JSON: the body is no object"))
        : of(body.get(), call);
  }

  private static Read of(JsonObject pattern, Call call) {
    byte[] text = pattern.toString().getBytes(StandardCharsets.UTF_8);
    var read = WireMockReader.readRequest(DOCUMENTS.parse("pattern", text));
    var reasons = new ArrayList<String>();
    read.problems().stream().map(Problem::message).forEach(reasons::add);
    RequestMatcher.Compiled compiled =
        RequestMatcher.compile(read.request(), call.space().settings().clock());
    reasons.addAll(compiled.complaints());
    return reasons.isEmpty() ? new Read.Good(compiled.matcher()) : new Read.Bad(reasons);
  }

  /// A pattern for what stubs note beside them: it looks at the JSON as at the body of a request.
  static Read ofMetadata(Call call) {
    Optional<JsonObject> body = EventJson.body(call.request());
    return body.isEmpty()
        ? new Read.Bad(List.of("Error parsing JSON: the body is no object"))
        : of(new JsonObject(Map.of("bodyPatterns", JsonArray.of(body.get()))), call);
  }

  static boolean hasMetadata(RequestMatcher matcher, Mapping mapping) {
    JsonObject metadata = mapping.metadata();
    return metadata.size() > 0
        && matcher.matches(
            new ReceivedRequest(
                new HttpRequestMessage("POST", "/", List.of(), Bytes.utf8(metadata.toString()))));
  }
}
