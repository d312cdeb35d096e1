package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import java.util.Set;

/// Which broken sentences a provider may overlook without a fault. JSON Schema makes `format` an annotation (2020-12, section
/// 7.2.1); OpenAPI makes some formats data types. Many readers take null for absent.
final class Forgiveness {
  /// Formats that say which data type a value is, so that nothing else can be stored as it.
  private static final Set<String> DATA_TYPES =
      Set.of("int32", "int64", "date", "date-time", "uuid");

  private Forgiveness() {}

  static boolean covers(Attempt attempt, Facts facts, boolean isRequired) {
    if (attempt.keywords().contains("format")) {
      return facts.format().filter(DATA_TYPES::contains).isEmpty();
    }
    return attempt.way().equals("null") && !isRequired;
  }
}
