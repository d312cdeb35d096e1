package dev.concordat.contracts.stub;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// When a request looks like this, answer that.
///
/// @param id as its tool knows it; empty where absent
/// @param name what its authors call it; empty where absent
/// @param responses given in turn, the first again after the last; none where only the request is written down
/// @param priority lower is asked first; among equals the tool decides
/// @param scenarios the states that it needs and leads to
public record Stub(
    String id,
    String name,
    StubRequest request,
    List<StubResponse> responses,
    int priority,
    List<Scenario> scenarios,
    Place place) {
  /// The priority of a stub that states none.
  public static final int DEFAULT_PRIORITY = 5;

  public Stub {
    responses = List.copyOf(responses);
    scenarios = List.copyOf(scenarios);
  }

  /// A named state of the tool.
  ///
  /// @param requiredState the stub answers only in this one
  /// @param newState the one that it leads to; the empty text removes the state
  public record Scenario(String name, Optional<String> requiredState, Optional<String> newState) {}

  /// What is answered first.
  public Optional<StubResponse> response() {
    return responses.stream().findFirst();
  }

  /// What to call it: its name, or its request.
  public String title() {
    return name.isEmpty() ? request.shown() : name;
  }
}
