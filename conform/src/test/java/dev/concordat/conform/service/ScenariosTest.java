package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.service.http.SmallServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The scenarios alone, against the workshop.
class ScenariosTest {
  private static final long SEED = 7;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 20_260_301})
  void suspectNothingOfAServiceThatKeepsItsContract(long seed) {
    assertThat(run(Set.of(), seed).causes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void suspectNothingOfWhatIsLegalThoughUnusual(long seed) {
    // Given
    var helpdesk = new QuirkyService();
    try (var server = SmallServer.start(helpdesk::answer)) {
      var contract = Contracts.of("quirky.yaml", FaultTable.text("quirky.yaml"));

      // When
      ScenarioRun.Outcome outcome = ScenarioRun.against(contract, server.address(), seed);

      // Then
      assertThat(outcome.causes()).isEmpty();
      assertThat(outcome.exchanges()).hasSizeGreaterThan(80);
    }
  }

  @Test
  void sendTheSameRequestsForTheSameSeed() {
    // Given
    List<String> first = requests();

    // When
    List<String> second = requests();

    // Then
    assertThat(second).isEqualTo(first).hasSizeGreaterThan(200);
  }

  private static List<String> requests() {
    return run(Set.of(), SEED).exchanges().stream()
        .map(exchange -> exchange.sent().toString() + exchange.sent().body().utf8())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "LOCATION_LEADS_NOWHERE, conform/wrong-location|createCustomer|header:Location|nowhere",
    "CREATE_NOT_STORED, conform/write-lost|createOrder|status|",
    "CREATE_LOSES_MEMBER, conform/write-altered|createCustomer|body:/website|missing",
    "CREATED_NOT_LISTED, conform/not-listed|listProducts|body|",
    "DELETE_DOES_NOTHING, conform/not-deleted|deleteCustomer|status|",
    "DELETED_STILL_LISTED, conform/deleted-listed|listProducts|body|",
    "RESOURCE_REAPPEARS, conform/not-deleted|deleteProduct|status|again",
    "ORPHAN_READABLE, conform/not-deleted|getOrder|status|",
    "PUT_KEEPS_OLD_MEMBERS, conform/put-not-full|putCustomer|body|",
    "PUT_NOT_IDEMPOTENT, conform/put-not-idempotent|putProduct|body:/stock|",
    "PUT_SAYS_CREATED, conform/existing-created|putProduct|status|",
    "PUT_LOSES_MEMBER, conform/write-altered|putCustomer|body:/phone|missing",
    "PATCH_REPLACES, conform/patch-not-partial|patchCustomer|body|",
    "PATCH_NULL_KEPT, conform/patch-null-kept|patchCustomer|body|",
    "REFUSED_CREATE_STORES, conform/failed-write-kept|createCustomer|status|",
    "REFUSED_PUT_CHANGES, conform/failed-write-kept|putCustomer|body|",
    "GET_CHANGES_STATE, conform/read-changes|getProduct|body|",
    "UNKNOWN_ID_FOUND, conform/absent-answered|getCustomer|status|absent",
    "SUFFIX_ON_ID_ACCEPTED, conform/absent-answered|getProduct|status|absent",
    "HEAD_DIFFERS, conform/head-differs|headDocument|header:ETag|",
    "NOT_MODIFIED_ALWAYS, conform/condition-ignored|getDocument|status|other",
    "STALE_TAG_ACCEPTED, conform/lost-update|putDocument|status|",
    "TAG_NEVER_CHANGES, conform/entity-tag-stuck|putDocument|header:ETag|",
    "PAGES_LOSE_ITEMS, conform/pages-lose|listProducts|body|",
    "PAGES_REPEAT_ITEMS, conform/pages-repeat|listCustomers|body|",
    "LIMIT_IGNORED, conform/limit-ignored|listCustomers|body|",
    "FILTER_IGNORED, conform/filter-ignored|listProducts|query:category|",
    "WRONG_PARENT_ACCEPTED, conform/wrong-parent|getOrder|status|",
    "IDEMPOTENCY_KEY_IGNORED, conform/idempotency-key-ignored|createOrder|header:Idempotency-Key|",
    "MASS_ASSIGNMENT, conform/read-only-written|createCustomer|body:/credit|",
    "ANONYMOUS_WRITE, conform/not-protected|createProduct|status|",
    "ANONYMOUS_READ, conform/not-protected|listCustomers|status|",
    "WRONG_TOKEN_ACCEPTED, conform/not-protected|putDocument|status|",
    "WRONG_KEY_ACCEPTED, conform/not-protected|getStock|status|",
    "OTHERS_READABLE, conform/foreign-object|getCustomer|status|",
    "OTHERS_WRITABLE, conform/foreign-object|putCustomer|status|",
    "OTHERS_DELETABLE, conform/foreign-object|deleteCustomer|status|",
    "OTHERS_LISTED, conform/foreign-object|listCustomers|status|",
    "TOLD_UNAUTHENTICATED, conform/told-unauthenticated|listOrders|status|"
  })
  void tellOneCauseOfOneFault(Fault fault, String cause) {
    assertThat(run(Set.of(fault), SEED).causes()).containsExactly(cause == null ? "" : cause);
  }

  private static ScenarioRun.Outcome run(Set<Fault> faults, long seed) {
    try (var service = ReferenceService.start(faults)) {
      return ScenarioRun.against(Contracts.workshop(), service.address(), seed);
    }
  }
}
