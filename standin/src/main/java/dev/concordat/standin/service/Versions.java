package dev.concordat.standin.service;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.standin.refusal.Refusal;
import dev.concordat.standin.resource.OperationPlan;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.resource.Role;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes that hold only for the version that the client knows: `If-Match` and `If-None-Match` (RFC 9110 section 13.1), where
/// the contract speaks of versions: it documents 412 or 428, or an `ETag` of the thing.
final class Versions {
  private static final int FAILED = 412;
  private static final int REQUIRED = 428;
  private static final Set<Role> WRITES = Set.of(Role.REPLACE, Role.MERGE, Role.REMOVE);

  private final Memory memory;

  Versions(Memory memory) {
    this.memory = memory;
  }

  /// The version of a thing; another one after each change.
  static String of(Scope scope, Entity entity) {
    return scope + " " + entity.id() + " " + entity.changed();
  }

  /// Why a write is not done.
  Optional<Refusal> refuse(Asked asked) {
    Optional<Resource> resource = asked.plan().resource();
    if (!WRITES.contains(asked.plan().role())
        || resource.isEmpty()
        || !isVersioned(asked.plan(), resource.get())) {
      return Optional.empty();
    }
    Scope scope = asked.scope(resource.get());
    Optional<Entity> known = memory.find(scope, asked.id(resource.get()));
    Optional<String> tag = known.map(it -> EntityTag.of(of(scope, it)));
    Optional<String> wanted = asked.request().header("if-match");
    Optional<String> unwanted = asked.request().header("if-none-match");
    boolean isOther =
        wanted.isPresent()
            && tag.filter(it -> EntityTag.isAmong(wanted.get(), it, false)).isEmpty();
    if (isOther) {
      return failed("If-Match names " + wanted.get() + ", the version is " + tag.orElse("none"));
    }
    if (unwanted.isPresent()
        && tag.filter(it -> EntityTag.isAmong(unwanted.get(), it, true)).isPresent()) {
      return failed("If-None-Match names " + unwanted.get() + ", the version is " + tag.get());
    }
    boolean isAsked =
        wanted.isEmpty() && unwanted.isEmpty() && known.isPresent() && has(asked, REQUIRED);
    return isAsked
        ? Optional.of(
            Refusal.of(List.of(REQUIRED), "If-Match must name the version that is changed"))
        : Optional.empty();
  }

  private static Optional<Refusal> failed(String detail) {
    return Optional.of(Refusal.of(List.of(FAILED), detail));
  }

  private static boolean has(Asked asked, int status) {
    return has(asked.operation(), status);
  }

  private static boolean has(HttpOperation operation, int status) {
    return operation.responses().stream()
        .anyMatch(response -> response.status().equals(Integer.toString(status)));
  }

  private boolean isVersioned(OperationPlan plan, Resource resource) {
    return has(plan.operation(), FAILED)
        || has(plan.operation(), REQUIRED)
        || memory.beginning().plansOf(resource).stream()
            .filter(each -> each.role() == Role.READ)
            .flatMap(each -> each.operation().responses().stream())
            .map(ResponseSpec::headers)
            .flatMap(List::stream)
            .anyMatch(header -> header.name().equalsIgnoreCase("ETag"));
  }
}
