package dev.concordat.cases;

import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Collects the first requests of an operation.
final class FirstCases implements ValidCases.Into {
  private final WireReading reading;
  private final CaseIds ids;
  private final boolean isAuthenticated;
  private final Consumer<String> skipped;
  private final List<OperationCase> cases = new ArrayList<>();

  FirstCases(WireReading reading, CaseIds ids, boolean isAuthenticated, Consumer<String> skipped) {
    this.reading = reading;
    this.ids = ids;
    this.isAuthenticated = isAuthenticated;
    this.skipped = skipped;
  }

  List<OperationCase> cases() {
    return List.copyOf(cases);
  }

  @Override
  public void addValid(Title title, Expectation expectation, Optional<HttpRequestMessage> request) {
    Optional<String> reason =
        request
            .map(reading::invalid)
            .orElseGet(
                () ->
                    Optional.of(
                        "a value cannot be written in the style of its parameter or media type"));
    if (reason.isPresent()) {
      skip(title, reason.get());
      return;
    }
    boolean isShown = expectation == Expectation.ACCEPTED && isAuthenticated;
    ids.add(
            title,
            request.orElseThrow(),
            isShown ? Outcome.ACCEPTED : Outcome.ANSWERED,
            Optional.empty())
        .ifPresent(cases::add);
  }

  @Override
  public void skip(Title title, String reason) {
    skipped.accept(title.what() + ": " + reason);
  }
}
