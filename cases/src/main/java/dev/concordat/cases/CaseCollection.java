package dev.concordat.cases;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The cases of one operation as they come in. No request comes twice.
final class CaseCollection implements ValidCases.Into {
  /// An operation with more constraints than this has its first ones checked; the rest is listed as skipped.
  private static final int MAX_CASES = 500;

  private final String system;
  private final HttpOperation operation;
  private final WireReading reading;
  private final List<ContractCase> cases = new ArrayList<>();
  private final List<SkippedCase> skipped = new ArrayList<>();
  private final Set<HttpRequestMessage> requests = new HashSet<>();
  private final Map<String, Integer> ids = new HashMap<>();

  CaseCollection(String system, WireReading reading) {
    this.system = system;
    this.operation = reading.operation();
    this.reading = reading;
  }

  List<ContractCase> cases() {
    return cases;
  }

  List<SkippedCase> skipped() {
    return skipped;
  }

  @Override
  public void skip(Title title, String reason) {
    skipped.add(
        new SkippedCase(system, operation.id(), title.what(), reason, title.sentence().place()));
  }

  @Override
  public void addValid(Title title, Expectation expectation, Optional<HttpRequestMessage> request) {
    if (request.isEmpty()) {
      skip(title, "a value cannot be written in the style of its parameter or media type");
      return;
    }
    reading
        .invalid(request.get())
        .ifPresentOrElse(
            reason -> skip(title, reason), () -> add(title, expectation, request.get()));
  }

  /// Takes in a request that breaks one sentence.
  void addInvalid(Deviant.Made made) {
    switch (made) {
      case Deviant.Request(Title title, HttpRequestMessage request) ->
          add(title, Expectation.REJECTED, request);
      case Deviant.Skipped(Title title, String reason) -> skip(title, reason);
      case Deviant.Nothing() -> {
        // There is nothing to break after all.
      }
    }
  }

  private void add(Title title, Expectation expectation, HttpRequestMessage request) {
    if (cases.size() == MAX_CASES) {
      skip(title, "the operation has " + MAX_CASES + " cases already");
    } else if (requests.add(request)) {
      String slug = Title.slug(operation.id()) + "/" + title.slug();
      int count = ids.merge(slug, 1, Integer::sum);
      cases.add(
          new ContractCase(
              system + "/" + (count == 1 ? slug : slug + "-" + count),
              system,
              operation,
              request,
              expectation,
              operation.id() + ": " + title.what(),
              title.reason(),
              title.sentence().place()));
    }
  }
}
