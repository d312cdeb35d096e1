package dev.concordat.contracts.schema;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The dynamic scope (2020-12 core, section 7.1): the resources through which a check came.
record Scope(@Nullable Scope outer, Resource resource) {
  static Scope entering(@Nullable Scope outer, Resource resource) {
    return outer != null && outer.resource == resource ? outer : new Scope(outer, resource);
  }

  /// The outermost resource of which the claim is true, or `null`.
  @Nullable Resource outermost(Predicate<Resource> claim) {
    Resource found = null;
    for (Scope at = this; at != null; at = at.outer) {
      if (claim.test(at.resource)) {
        found = at.resource;
      }
    }
    return found;
  }
}
