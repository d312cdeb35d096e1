package dev.concordat.standin.wiremock.store;

import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.wiremock.WireMockReader;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import dev.concordat.standin.wiremock.match.RequestMatcher;
import dev.concordat.standin.wiremock.response.ResponseCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes mappings out of JSON. What cannot be served as it is meant is refused with the reason, never served otherwise.
public final class MappingCompiler {
  /// Members that need code of a WireMock process.
  private static final List<String> UNSUPPORTED =
      List.of("postServeActions", "serveEventListeners");

  private static final int USUAL_STATUS = 200;

  private final DocumentReader documents = new DocumentReader(Path.of("."));
  private final ResponseCompiler responses;
  private final Clock clock;

  /// @param clock what `now` is in patterns for times
  public MappingCompiler(ResponseCompiler responses, Clock clock) {
    this.responses = responses;
    this.clock = clock;
  }

  /// What came of it.
  public sealed interface Compiled {
    record Good(Mapping mapping, StubContract contract) implements Compiled {}

    /// It cannot be served.
    ///
    /// @param complaints at least one
    record Bad(List<String> complaints) implements Compiled {
      public Bad {
        complaints = List.copyOf(complaints);
      }
    }
  }

  /// Makes what a written mapping asks for.
  ///
  /// @param file what the mapping is called in messages and places
  /// @param id for a mapping that has none
  public Compiled compile(String file, JsonObject written, Supplier<UUID> id) {
    StubContract contract =
        WireMockReader.readOne(
            documents.parse(file, written.toString().getBytes(StandardCharsets.UTF_8)));
    var complaints = new ArrayList<String>();
    contract.problems().forEach(problem -> complaints.add(told(problem)));
    for (String member : UNSUPPORTED) {
      if (written.member(member).orElse(null) instanceof JsonArray(var items) && !items.isEmpty()) {
        complaints.add(member + " are not supported: webhooks and listeners run in WireMock only");
      }
    }
    if (contract.stubs().isEmpty()) {
      return new Compiled.Bad(complaints.isEmpty() ? List.of("this is no mapping") : complaints);
    }
    Stub stub = contract.stubs().getFirst();
    RequestMatcher.Compiled request = RequestMatcher.compile(stub.request(), clock);
    complaints.addAll(request.complaints());
    JsonObject answer =
        written.member("response").orElse(null) instanceof JsonObject object
            ? object
            : JsonObject.EMPTY;
    ResponseCompiler.Compiled response = responses.compile(answer);
    complaints.addAll(response.complaints());
    Optional<UUID> stated = stated(stub.id(), complaints);
    if (!complaints.isEmpty()) {
      return new Compiled.Bad(complaints);
    }
    UUID used = stated.orElseGet(id);
    return new Compiled.Good(
        new Mapping(
            used,
            identified(used, written),
            stub,
            request.matcher(),
            response.definition(),
            template(stub),
            stub.title()),
        contract);
  }

  private static String told(Problem problem) {
    return problem.message() + (problem.fix().isEmpty() ? "" : "; " + problem.fix());
  }

  private static Optional<UUID> stated(String id, List<String> complaints) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      complaints.add("the id '" + id + "' is no UUID");
      return Optional.empty();
    }
  }

  private static JsonObject identified(UUID id, JsonObject written) {
    var members = new LinkedHashMap<String, JsonValue>();
    members.put("id", new JsonString(id.toString()));
    members.putAll(written.members());
    members.put("id", new JsonString(id.toString()));
    members.put("uuid", new JsonString(id.toString()));
    members.putIfAbsent("request", JsonObject.EMPTY);
    members.put("response", answered(members.get("response")));
    members.remove("insertionIndex");
    return new JsonObject(members);
  }

  /// The response with the status that it has where none is written.
  private static JsonObject answered(@Nullable JsonValue written) {
    JsonObject response = written instanceof JsonObject object ? object : JsonObject.EMPTY;
    return response.has("status") ? response : response.with("status", JsonNumber.of(USUAL_STATUS));
  }

  private static Optional<PathTemplate> template(Stub stub) {
    return stub.request()
        .on(RequestPart.PATH)
        .map(on -> on.pattern())
        .filter(ValuePattern.PathTemplate.class::isInstance)
        .map(pattern -> PathTemplate.of(pattern.toString()))
        .findFirst();
  }
}
