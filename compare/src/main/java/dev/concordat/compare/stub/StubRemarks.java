package dev.concordat.compare.stub;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of a stub cannot be compared, because only its tool knows it.
final class StubRemarks {
  private StubRemarks() {}

  static List<Difference> of(Stub stub, OpenApiContract provider) {
    List<Difference> found = new ArrayList<>();
    if (StubNeeds.sample(stub, provider).isEmpty()) {
      found.add(
          remark(
              stub,
              provider,
              Impact.UNKNOWN,
              Part.OPERATION,
              "no request could be made that it answers: no documented path matches its address"));
      return found;
    }
    answer(stub)
        .ifPresent(why -> found.add(remark(stub, provider, Impact.RISKY, Part.RESPONSE, why)));
    if (stub.responses().size() > 1) {
      found.add(
          remark(
              stub,
              provider,
              Impact.RISKY,
              Part.RESPONSE,
              "only the first of its " + stub.responses().size() + " answers was compared"));
    }
    return found;
  }

  private static Optional<String> answer(Stub stub) {
    return switch (stub.response().orElse(null)) {
      case null -> Optional.empty();
      // A broken connection is no answer that a contract could speak of.
      case StubResponse.Broken ignored -> Optional.empty();
      case StubResponse.Proxied ignored -> Optional.of("its answer comes from another server");
      case StubResponse.Computed computed -> Optional.of("its answer is made by " + computed.by());
      case StubResponse.Stated stated when stated.isTemplated() ->
          Optional.of("its body is a template, which only its tool fills in");
      case StubResponse.Stated stated when stated.body() instanceof StubBody.InFile(String name) ->
          Optional.of("its body is in the file " + name);
      case StubResponse.Stated ignored -> Optional.empty();
    };
  }

  private static Difference remark(
      Stub stub, OpenApiContract provider, Impact impact, Part part, String why) {
    String message = stub.title() + ": " + why;
    return new Difference(
        AgreeNeedRules.NOT_COMPARED,
        impact,
        new Evidence.Undecided(why, List.of()),
        new Position("", part, ""),
        "",
        message,
        Optional.of(new StubSentences(stub).of(part, "")),
        Optional.of(new Sentence(Place.of(provider.file()), provider.title())),
        List.of(),
        List.of());
  }
}
