package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Deviation;
import dev.concordat.conform.talk.Exchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which parts of which requests were checked: a request with a flaw there was refused. Where none ever was, nothing of the part
/// is checked, which is one fault and not one for each of its sentences. Thread-safe.
public final class Refusals {
  /// What is said of members stands at the object that has them.
  private static final Set<String> OF_THE_OBJECT =
      Set.of("required", "additionalProperties", "unevaluatedProperties", "propertyNames");

  private final Set<String> checked = new HashSet<>();
  private final Set<String> enforced = new HashSet<>();

  /// Takes in an exchange; only refused requests with a flaw count.
  public synchronized void book(Exchange exchange) {
    if (exchange.status() / 100 == 4 && exchange.trial().deviation().isPresent()) {
      Deviation deviation = exchange.trial().deviation().get();
      String operation = exchange.trial().operation().id();
      for (String part : parts(deviation)) {
        checked.add(operation + "|" + part);
      }
      enforced.add(operation + "|" + deviation);
    }
  }

  /// Whether another value that breaks the same sentence at the same place was refused.
  synchronized boolean isEnforced(Suspicion letIn) {
    return letIn
        .story()
        .getLast()
        .trial()
        .deviation()
        .filter(deviation -> enforced.contains(letIn.operation() + "|" + deviation))
        .isPresent();
  }

  /// The largest part around a flaw that was let in of which nothing was ever refused; empty when there is none.
  synchronized String unchecked(Suspicion letIn) {
    String operation = letIn.operation();
    return letIn
        .story()
        .getLast()
        .trial()
        .deviation()
        .map(Refusals::parts)
        .orElse(List.of())
        .stream()
        .filter(part -> !checked.contains(operation + "|" + part))
        .findFirst()
        .orElse("");
  }

  /// The parts that a flaw lies in, the largest first: `body`, `body:/payment`, `body:/payment/number`.
  private static List<String> parts(Deviation deviation) {
    String pointer = deviation.pointer();
    if (OF_THE_OBJECT.contains(deviation.keyword())) {
      int slash = pointer.lastIndexOf('/');
      int colon = pointer.indexOf(':');
      pointer =
          slash > colon + 1
              ? pointer.substring(0, slash)
              : pointer.startsWith("body:") ? "body" : pointer;
    }
    List<String> parts = new ArrayList<>();
    int colon = pointer.indexOf(':');
    if (pointer.startsWith("body")) {
      parts.add("body");
    }
    for (int at = pointer.indexOf('/', colon + 2); at > 0; at = pointer.indexOf('/', at + 1)) {
      parts.add(pointer.substring(0, at));
    }
    if (!parts.contains(pointer)) {
      parts.add(pointer);
    }
    return parts;
  }
}
