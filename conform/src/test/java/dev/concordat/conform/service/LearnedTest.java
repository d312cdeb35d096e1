package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.Conformance.Tested;
import dev.concordat.conform.learned.Demand;
import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.Recalled;
import dev.concordat.model.conform.Recalled.Now;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.wire.caller.Endpoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What one run learns, the next one tries first.
class LearnedTest {
  /// Enough to reach every operation and to try a few things again, and far too few to find a fault anew.
  private static final int FEW_REQUESTS = 90;

  private static Tested run(Set<Fault> faults, Learned known, int requests) {
    try (var service = ReferenceService.start(faults)) {
      return WorkshopRun.knowing(service, known, requests);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MAXIMUM_IGNORED", "DELETE_DOES_NOTHING", "OTHERS_READABLE"})
  @Tag("slow")
  void whatWasFoundIsFoundAgainWithFewRequests(Fault fault) {
    // Given
    Learned learned = run(EnumSet.of(fault), Learned.NOTHING, 0).learned();
    assertThat(learned.failures()).hasSize(1);

    // When
    Tested again = run(EnumSet.of(fault), learned, FEW_REQUESTS);

    // Then
    assertThat(again.report().findings())
        .extracting(ConformFinding::id)
        .contains(learned.failures().getFirst().id());
    assertThat(again.report().recalled().earlier())
        .extracting(Recalled.Earlier::now)
        .containsExactly(Now.BROKEN);
  }

  @Test
  @Tag("slow")
  void whatDoesNotShowAnyMoreIsFixedAndForgotten() {
    // Given
    Learned learned =
        run(EnumSet.of(Fault.MAXIMUM_IGNORED, Fault.DELETE_DOES_NOTHING), Learned.NOTHING, 0)
            .learned();

    // When
    Tested mended = run(Set.of(), learned, FEW_REQUESTS);

    // Then
    assertThat(mended.report().findings()).isEmpty();
    assertThat(mended.report().recalled().earlier())
        .extracting(Recalled.Earlier::now)
        .containsExactly(Now.FIXED, Now.FIXED);
    assertThat(mended.learned().failures()).isEmpty();
  }

  @Test
  @Tag("slow")
  void theSameKnowledgeAndSeedSendTheSameBytes() {
    try (var service = ReferenceService.start(Set.of(Fault.MAXIMUM_IGNORED))) {
      // Given
      Learned learned = WorkshopRun.knowing(service, Learned.NOTHING, 700).learned();
      service.reset();
      WorkshopRun.knowing(service, learned, 300);
      List<String> first = bytes(service);
      service.reset();

      // When
      WorkshopRun.knowing(service, learned, 300);

      // Then
      assertThat(bytes(service)).isEqualTo(first);
    }
  }

  private static List<String> bytes(ReferenceService service) {
    return service.requests().stream()
        .map(request -> new String(request.raw(), StandardCharsets.ISO_8859_1))
        .toList();
  }

  // A provider that takes nobody below 18, which its contract does not say.

  private static final String GUESTS =
      """
      openapi: 3.1.0
      info: {title: Guests, version: '1'}
      paths:
        /guests:
          post:
            operationId: addGuest
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [age]
                    properties: {age: {type: integer, minimum: 0, maximum: 150}}
            responses:
              '201': {description: added}
              '400': {description: refused}
      """;

  private static Response guest(Request request, boolean isStrict) {
    if (!request.method().equals("POST")) {
      return Response.empty(405).with("Allow", "POST");
    }
    boolean isWelcome =
        JsonParser.parse(request.body()).value().orElse(null) instanceof JsonObject object
            && object.member("age").orElse(null) instanceof JsonNumber age
            && age.isTame()
            && age.decimal().stripTrailingZeros().scale() <= 0
            && age.decimal().compareTo(BigDecimal.valueOf(isStrict ? 18 : 0)) >= 0
            && age.decimal().compareTo(BigDecimal.valueOf(150)) <= 0;
    byte[] refusal =
        "{\"errors\":[{\"field\":\"age\",\"message\":\"must be greater than or equal to 18\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    return isWelcome ? Response.empty(201) : Response.of(400, "application/json", refusal);
  }

  private static Tested guests(boolean isStrict, Learned known, List<String> bodies) {
    try (var server =
        SmallServer.start(
            request -> {
              bodies.add(new String(request.body(), StandardCharsets.UTF_8));
              return guest(request, isStrict);
            })) {
      ConformOptions options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withoutFuzzing())
              .with(known);
      return new Conformance(Contracts.of("guests.yaml", GUESTS), options, event -> {}).test();
    }
  }

  @Test
  void whatAProviderDemandsIsDoneFromTheStart() {
    // Given
    Learned learned = guests(true, Learned.NOTHING, new CopyOnWriteArrayList<>()).learned();
    assertThat(learned.demands()).contains(new Demand("addGuest", "body:/age", "minimum", "18"));
    List<String> bodies = new CopyOnWriteArrayList<>();

    // When
    Tested again = guests(true, new Learned(List.of(), learned.demands(), List.of()), bodies);

    // Then
    assertThat(bodies.getFirst()).isEqualTo("{\"age\":18}");
    assertThat(again.report().recalled().demands()).isEqualTo(learned.demands().size());
    assertThat(again.learned().demands()).isEqualTo(learned.demands());
  }

  @Test
  void whatIsNotDemandedAnyMoreIsForgotten() {
    // Given
    Learned learned = guests(true, Learned.NOTHING, new CopyOnWriteArrayList<>()).learned();

    // When
    Tested again = guests(false, learned, new CopyOnWriteArrayList<>());

    // Then
    assertThat(again.learned().demands()).isEmpty();
  }

  @Test
  void aRequestThatWorkedIsSentFirst() {
    // Given
    List<String> before = new CopyOnWriteArrayList<>();
    Learned learned = guests(true, Learned.NOTHING, before).learned();
    assertThat(learned.worked()).hasSize(1);
    List<String> bodies = new CopyOnWriteArrayList<>();

    // When
    Tested again = guests(true, learned, bodies);

    // Then
    assertThat(bodies.getFirst()).isEqualTo(learned.worked().getFirst().request().body().utf8());
    assertThat(again.report().recalled().worked()).isEqualTo(1);
  }
}
