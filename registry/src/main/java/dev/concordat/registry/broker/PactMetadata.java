package dev.concordat.registry.broker;

import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.store.Versions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Why a pact was selected for verification, as its address carries it to the publication of the results.
///
/// @param numbers of the consumer versions that were selected
record PactMetadata(List<String> numbers, boolean isPending, boolean isWip) {
  /// Nothing is known.
  static final PactMetadata NONE = new PactMetadata(List.of(), false, false);

  PactMetadata {
    numbers = List.copyOf(numbers);
  }

  /// What a segment of an address says; nothing where it cannot be read, as it is only advice.
  ///
  /// @param segment URL-safe Base64 of a query
  static PactMetadata read(Handle handle, String segment) {
    try {
      String query = new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
      QueryValue.Table said = NestedQuery.parse(query);
      List<String> numbers =
          said.tables("s").stream()
              .map(selector -> number(handle, selector))
              .flatMap(Optional::stream)
              .distinct()
              .toList();
      return new PactMetadata(
          numbers.isEmpty() ? number(handle, said).stream().toList() : numbers,
          said.text("p").equals(Optional.of("true")),
          said.text("w").equals(Optional.of("true")));
    } catch (IllegalArgumentException | NestedQuery.Unreadable _) {
      return NONE;
    }
  }

  private static Optional<String> number(Handle handle, QueryValue.Table table) {
    return table
        .text("cvn")
        .or(
            () ->
                table
                    .text("cv")
                    .filter(id -> id.matches("\\d{1,18}"))
                    .flatMap(id -> new Versions(handle).find(Long.parseLong(id)))
                    .map(version -> version.number()));
  }
}
