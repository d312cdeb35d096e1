package dev.concordat.environment.running;

import dev.concordat.wire.forward.Claims;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Hosts that systems called and that no system claims: each is said once. Thread-safe.
final class Strangers {
  private static final int MAX_TOLD = 100;

  private final Set<String> told = new TreeSet<>();
  private final Consumer<String> listener;

  /// @param listener hears of each the first time
  Strangers(Consumer<String> listener) {
    this.listener = listener;
  }

  /// What the proxy of a system tells.
  Claims.Outside of(String system) {
    return new Claims.Outside() {
      @Override
      public void called(String host, boolean isPassedOn) {
        met(
            system
                + " called "
                + host
                + ", which no system here claims: "
                + (isPassedOn ? "passed on, as `outside` allows" : "refused"));
      }

      @Override
      public String refusal(String host) {
        return host
            + " is no system of this workspace, and "
            + system
            + " may not call outside. In concordat.yaml, under "
            + system
            + ": `consumes: {NAME: {hosts: "
            + host
            + "}}` where a system is meant, or `outside: "
            + host
            + "`.";
      }
    };
  }

  private void met(String stranger) {
    synchronized (told) {
      if (told.size() >= MAX_TOLD || !told.add(stranger)) {
        return;
      }
    }
    listener.accept(stranger);
  }

  List<String> notes() {
    synchronized (told) {
      return new ArrayList<>(told);
    }
  }
}
