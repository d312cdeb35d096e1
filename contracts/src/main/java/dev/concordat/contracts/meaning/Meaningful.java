package dev.concordat.contracts.meaning;

import java.util.Map;

/// What has a meaning that does not depend on how it is written. A contract says it as terms, without places,
/// descriptions, or an order that says nothing.
public interface Meaningful {
  /// What holds for the whole contract beside its parts: its kind, base paths, plugins.
  Term meaning();

  /// Each operation, interaction or stub by its id. The order says nothing.
  Map<String, Term> parts();
}
