package dev.concordat.contracts.stub;

import dev.concordat.contracts.meaning.ContentMeaning;
import dev.concordat.contracts.meaning.Parts;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.model.exchange.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What stubs match and answer. Their ids and names say nothing; their order only where two may answer one request and the
/// tool asks them in turn.
final class StubMeaning {
  private StubMeaning() {}

  static Term own(StubContract contract) {
    var own = TermMembers.of("stubs").text("tool", contract.kind().name());
    boolean isAskedInTurn =
        switch (contract.kind()) {
          case WIREMOCK, MOUNTEBANK, MOCKSERVER -> true;
          default -> false;
        };
    return isAskedInTurn ? own.choices("turns", turns(contract.stubs())).term() : own.term();
  }

  /// The stubs that may answer one request, in their order: those for one method and path, or all where some name no such
  /// pair.
  private static List<Term> turns(List<Stub> stubs) {
    boolean isOpen =
        stubs.stream()
            .anyMatch(
                stub ->
                    stub.request().onlyMethod().isEmpty() || stub.request().onlyPath().isEmpty());
    Map<String, List<Term>> groups = new TreeMap<>();
    for (Stub stub : stubs) {
      groups.computeIfAbsent(isOpen ? "" : address(stub), any -> new ArrayList<>()).add(stub(stub));
    }
    return groups.values().stream().<Term>map(Term.Sequence::new).toList();
  }

  static Map<String, Term> parts(StubContract contract) {
    var parts = new Parts();
    contract.stubs().forEach(stub -> parts.add(address(stub), stub(stub)));
    return parts.all();
  }

  private static String address(Stub stub) {
    return stub.request().onlyMethod().orElse("ANY")
        + stub.request().onlyPath().map(path -> " " + path).orElse("");
  }

  private static Term stub(Stub stub) {
    return TermMembers.of("stub")
        .put("request", request(stub.request()))
        .sequence("responses", stub.responses().stream().map(StubMeaning::response).toList())
        .put("priority", Term.number(stub.priority()))
        .bag("scenarios", stub.scenarios().stream().map(StubMeaning::scenario).toList())
        .term();
  }

  private static Term scenario(Stub.Scenario scenario) {
    return TermMembers.of("scenario")
        .text("name", scenario.name())
        .maybe("required", scenario.requiredState().map(Term::text))
        .maybe("new", scenario.newState().map(Term::text))
        .term();
  }

  private static Term request(StubRequest request) {
    return TermMembers.of("request")
        .choices("conditions", request.conditions().stream().map(StubMeaning::condition).toList())
        .term();
  }

  private static Term condition(RequestCondition condition) {
    return switch (condition) {
      case RequestCondition.On(var part, var name, var pattern, var ignored) ->
          TermMembers.of("on")
              .text("part", part.name())
              .text("name", part == RequestPart.HEADER ? name.toLowerCase(Locale.ROOT) : name)
              .put("pattern", PatternMeaning.of(pattern))
              .term();
      case RequestCondition.AnyOf(var alternatives, var ignored) ->
          TermMembers.of("anyOf")
              .choices("of", alternatives.stream().map(StubMeaning::request).toList())
              .term();
      case RequestCondition.Not(var request, var ignored) ->
          TermMembers.of("not").put("request", request(request)).term();
      case RequestCondition.InPart(var isEach, var name, var of, var ignored) ->
          TermMembers.of("part")
              .flag("each", isEach)
              .text("name", name)
              .choices("of", of.stream().map(StubMeaning::condition).toList())
              .term();
      case RequestCondition.Unjudged(var what, var ignored) ->
          TermMembers.of("unjudged").text("what", what).term();
    };
  }

  private static Term response(StubResponse response) {
    return switch (response) {
      case StubResponse.Stated stated ->
          delayed("stated", stated.delay())
              .put("status", Term.number(stated.status()))
              .bag("headers", stated.headers().stream().map(StubMeaning::header).toList())
              .put("body", body(stated.body(), stated.isTemplated()))
              .flag("templated", stated.isTemplated())
              .term();
      case StubResponse.Proxied(var target, var delay, var ignored) ->
          delayed("proxied", delay).text("target", target).term();
      case StubResponse.Broken(var fault, var delay, var ignored) ->
          delayed("broken", delay).text("fault", fault).term();
      case StubResponse.Computed(var by, var delay, var ignored) ->
          delayed("computed", delay).text("by", by).term();
    };
  }

  private static TermMembers delayed(String kind, Optional<Duration> delay) {
    return TermMembers.of(kind).maybe("delay", delay.map(d -> Term.number(d.toMillis())));
  }

  private static Term header(Header header) {
    return TermMembers.of("header")
        .text("name", header.name().toLowerCase(Locale.ROOT))
        .text("value", header.value())
        .term();
  }

  /// A template is text, also where it looks like JSON.
  private static Term body(StubBody body, boolean isTemplate) {
    return switch (body) {
      case StubBody.None() -> Term.text("none");
      case StubBody.Inline(var bytes) ->
          isTemplate ? ContentMeaning.asBytes(bytes) : ContentMeaning.of(bytes);
      case StubBody.InFile(var name) -> TermMembers.of("file").text("name", name).term();
    };
  }
}
