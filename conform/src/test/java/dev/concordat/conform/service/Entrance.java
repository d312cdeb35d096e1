package dev.concordat.conform.service;

import java.util.Optional;
import java.util.Set;

/// What is asked before an operation begins: who it is, and what the client takes.
final class Entrance {
  private static final Set<String> OPEN = Set.of("listProducts", "getProduct");

  private Entrance() {}

  /// The call as the user it is done for; empty when it must be refused.
  static Optional<Call> allowed(Call call) {
    if (!call.user().isEmpty() || OPEN.contains(call.operation())) {
      return Optional.of(call);
    }
    return isLetIn(call) ? Optional.of(as(call, "ada")) : Optional.empty();
  }

  private static boolean isLetIn(Call call) {
    boolean hasCredential =
        call.request().header("Authorization").isPresent()
            || call.request().header("X-Api-Key").isPresent();
    return switch (call.operation()) {
      case "createProduct" -> call.has(Fault.ANONYMOUS_WRITE) && !hasCredential;
      case "listCustomers" -> call.has(Fault.ANONYMOUS_READ) && !hasCredential;
      case "putDocument" -> call.has(Fault.WRONG_TOKEN_ACCEPTED) && hasCredential;
      case "getStock" -> call.has(Fault.WRONG_KEY_ACCEPTED) && hasCredential;
      default -> false;
    };
  }

  private static Call as(Call call, String user) {
    return new Call(
        call.request(), call.operation(), call.path(), user, call.faults(), call.store());
  }

  static void checkAccept(Call call) {
    Optional<String> accept = call.request().header("Accept");
    boolean isProduct = call.operation().equals("getProduct");
    if (isProduct && call.has(Fault.ACCEPTABLE_REFUSED) && accept.orElse("").contains("/*")) {
      throw Refusal.of(406, "Not acceptable", "");
    }
    boolean isForgotten = isProduct && call.has(Fault.ACCEPT_IGNORED);
    if (!MediaTypes.takesJson(accept) && !isForgotten) {
      throw Refusal.of(406, "Not acceptable", "");
    }
  }
}
