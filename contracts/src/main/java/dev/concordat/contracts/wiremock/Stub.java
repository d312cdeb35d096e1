package dev.concordat.contracts.wiremock;

import dev.concordat.model.place.Place;
import java.util.Optional;

/// One mapping: when a request looks like this, answer that.
///
/// @param id its UUID; empty where absent
/// @param name what its authors call it; empty where absent
/// @param priority 1 is asked first
public record Stub(
    String id,
    String name,
    StubRequest request,
    StubResponse response,
    int priority,
    Optional<Scenario> scenario,
    Place place) {
  /// The priority of a stub that states none.
  public static final int DEFAULT_PRIORITY = 5;

  /// A stub that answers only in one state, and may lead to another.
  public record Scenario(String name, Optional<String> requiredState, Optional<String> newState) {}

  /// What to call it: its name, or its method and address.
  public String title() {
    return name.isEmpty() ? request.method() + " " + request.url().value() : name;
  }
}
