package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.conform.ConformReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 27 faults of all kinds are on at once in six operations of the workshop; the other operations are left out. One run may send 150
/// requests, those that confirm and shrink included. A fault counts as found when one finding of its own tells it.
class FewRequestsTest {
  private static final int REQUESTS = 150;
  private static final int LEAST_FOUND = 20;
  private static final Set<String> OPERATIONS =
      Set.of(
          "listProducts", "createProduct", "getProduct", "putProduct", "deleteProduct", "getStock");
  private static final Set<Fault> FAULTS =
      EnumSet.of(
          Fault.HEADER_MISSING,
          Fault.UNDECLARED_SUCCESS,
          Fault.MINIMUM_IGNORED,
          Fault.MIN_LENGTH_IGNORED,
          Fault.EXCLUSIVE_BOUND_IGNORED,
          Fault.ENUM_CASE_IGNORED,
          Fault.QUERY_BOUND_IGNORED,
          Fault.REQUIRED_HEADER_IGNORED,
          Fault.REQUIRED_QUERY_IGNORED,
          Fault.MEDIA_TYPE_IGNORED,
          Fault.EXAMPLE_REFUSED,
          Fault.ANONYMOUS_WRITE,
          Fault.WRONG_KEY_ACCEPTED,
          Fault.CRASH_ON_DUPLICATE_QUERY,
          Fault.CRASH_WITHOUT_MEDIA_TYPE,
          Fault.STACK_TRACE,
          Fault.HTML_ERROR_PAGE,
          Fault.PUT_SAYS_CREATED,
          Fault.SUFFIX_ON_ID_ACCEPTED,
          Fault.ALLOW_MISSING,
          Fault.HIDDEN_METHOD,
          Fault.FILTER_IGNORED,
          Fault.DELETED_STILL_LISTED,
          Fault.PAGES_LOSE_ITEMS,
          Fault.PUT_NOT_IDEMPOTENT,
          Fault.ACCEPTABLE_REFUSED,
          Fault.CRASH_ON_QUOTE);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void are150ToFind20FaultsInSixOperations(long seed) {
    // Given
    List<FaultTable.Line> faults =
        FaultTable.lines().stream().filter(line -> FAULTS.contains(line.fault())).toList();

    // When
    Outcome outcome = Outcome.of(report(seed), faults);

    // Then
    assertThat(outcome.requests()).isLessThanOrEqualTo(REQUESTS);
    assertThat(outcome.told().keySet()).hasSizeGreaterThanOrEqualTo(LEAST_FOUND);
  }

  private static ConformReport report(long seed) {
    Map<String, String> skipped = new TreeMap<>();
    for (var operation : Contracts.workshop().operations()) {
      if (!OPERATIONS.contains(operation.id())) {
        skipped.put(operation.id(), "six operations are enough here");
      }
    }
    try (var service = ReferenceService.start(FAULTS)) {
      return WorkshopRun.against(service, seed, REQUESTS, skipped);
    }
  }
}
