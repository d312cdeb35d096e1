package dev.concordat.standin.wiremock.store;

import dev.concordat.contracts.stub.Stub;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// In which states scenarios are. Thread-safe.
public final class Scenarios {
  /// The state in which each scenario begins.
  public static final String STARTED = "Started";

  private final Map<String, String> states = new ConcurrentHashMap<>();

  public String state(String scenario) {
    return states.getOrDefault(scenario, STARTED);
  }

  /// Whether a stub of the scenario may answer now.
  boolean allows(Optional<Stub.Scenario> scenario) {
    return scenario
        .map(one -> one.requiredState().map(state(one.name())::equals).orElse(true))
        .orElse(true);
  }

  /// Moves on after an answer. No when another request was faster: then the stub does not answer this one.
  boolean advance(Stub.Scenario scenario) {
    if (scenario.newState().isEmpty()) {
      return true;
    }
    String next = scenario.newState().get();
    if (scenario.requiredState().isEmpty()) {
      states.put(scenario.name(), next);
      return true;
    }
    String required = scenario.requiredState().get();
    states.putIfAbsent(scenario.name(), STARTED);
    return states.replace(scenario.name(), required, next);
  }

  public void set(String scenario, String state) {
    states.put(scenario, state);
  }

  public void reset() {
    states.clear();
  }

  public void reset(String scenario) {
    states.remove(scenario);
  }
}
