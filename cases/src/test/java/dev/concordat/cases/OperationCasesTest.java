package dev.concordat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationCasesTest {
  private static final String ORDERS =
      """
      openapi: 3.1.0
      info: {title: Orders, version: '1'}
      servers: [{url: /v1}]
      paths:
        /orders/{id}/lines:
          post:
            operationId: addLine
            parameters:
              - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
              - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
              - {name: tags, in: query, style: pipeDelimited, explode: false, schema: {type: array, maxItems: 3, items: {type: string, enum: [a, b]}}}
              - {name: X-Tenant, in: header, required: true, schema: {type: string, maxLength: 12}}
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [sku, qty, pay]
                    properties:
                      sku: {type: string, pattern: '^[A-Z]{3}-[0-9]{3}$'}
                      qty: {type: integer, minimum: 1, maximum: 100}
                      price: {type: [number, 'null'], exclusiveMinimum: 0}
                      note: {type: string, minLength: 2, maxLength: 50}
                      state: {type: string, enum: [OPEN, CLOSED, LOST]}
                      at: {type: string, format: date-time}
                      mail: {type: string, format: email}
                      pay:
                        oneOf:
                          - {type: object, required: [card], properties: {card: {type: string, minLength: 12, maxLength: 19}}}
                          - {type: object, required: [iban, bic], properties: {iban: {type: string}, bic: {type: string}}}
                      gifts: {type: array, minItems: 1, maxItems: 5, items: {type: object, properties: {wrap: {type: boolean}}}}
            responses:
              '201': {description: ok, content: {application/json: {schema: {type: object}}}}
              '400': {description: bad}
      """;

  private final OpenApiContract contract = Shop.text(ORDERS);
  private final HttpOperation operation = contract.operations().getFirst();
  private final OperationCases cases = new OperationCases(contract, 7);

  private static List<OperationCase> all(Iterator<OperationCase> cases) {
    var all = new ArrayList<OperationCase>();
    cases.forEachRemaining(all::add);
    return all;
  }

  @Test
  void headersThatSayHowAMessageTravelsAreLeftToWhoeverSendsIt() {
    // Given
    String framed =
        """
        openapi: 3.1.0
        info: {title: Files, version: '1'}
        paths:
          /files:
            post:
              parameters:
                - {name: Content-Length, in: header, required: true, example: 2183, schema: {type: integer, minimum: 1}}
                - {name: host, in: header, example: api.example.com, schema: {type: string}}
                - {name: X-Kind, in: header, required: true, schema: {type: string}}
              requestBody: {required: true, content: {application/json: {schema: {type: string}}}}
              responses: {'200': {description: ok}}
        """;
    OpenApiContract files = Shop.text(framed);

    // When
    List<OperationCase> made =
        Stream.of(
                new OperationCases(files, 7)
                    .positives(files.operations().getFirst(), KnownValues.NONE),
                new OperationCases(files, 7)
                    .negatives(files.operations().getFirst(), KnownValues.NONE))
            .flatMap(cases -> all(cases).stream())
            .toList();

    // Then
    assertThat(made)
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(it.request().headers())
                    .noneMatch(
                        header ->
                            header.name().equalsIgnoreCase("Content-Length")
                                || header.name().equalsIgnoreCase("Host")));
  }

  @Test
  void validRequestsKeepTheContractAsTheProviderReadsThem() {
    // When
    List<OperationCase> positives = all(cases.positives(operation, KnownValues.NONE));

    // Then
    var judge = new HttpJudge(contract);
    assertThat(positives)
        .hasSizeGreaterThan(15)
        .hasSizeLessThan(90)
        .allSatisfy(c -> assertThat(judge.judgeRequest(c.request())).isEmpty());
    assertThat(cases.skipped("addLine")).isEmpty();
  }

  @Test
  void everyListedValueEveryBoundAndEveryAlternativeIsSent() {
    // When
    String sent =
        String.join(
            "\n",
            all(cases.positives(operation, KnownValues.NONE)).stream()
                .map(c -> c.request().target() + " " + c.request().body().utf8())
                .toList());

    // Then
    assertThat(sent)
        .contains("\"OPEN\"", "\"CLOSED\"", "\"LOST\"", "\"qty\":1,", "\"qty\":100,", "\"qty\":99,")
        .contains("\"price\":null", "\"card\":", "\"iban\":", "limit=1", "limit=100", "tags=")
        .contains(
            "2028-02-29T23:59:59Z", "9007199254740993", "😀", "\"gifts\":[{", "\"wrap\":true");
  }

  @Test
  void everyTwoOptionalMembersAreThereAndAbsentTogether() {
    // When
    List<String> bodies =
        all(cases.positives(operation, KnownValues.NONE)).stream()
            .map(c -> c.request().body().utf8())
            .toList();

    // Then
    Set<String> seen = new HashSet<>();
    List<String> members = List.of("\"price\"", "\"note\"", "\"state\"", "\"at\"", "\"gifts\"");
    for (String body : bodies) {
      for (String one : members) {
        for (String other : members) {
          seen.add(one + body.contains(one) + other + body.contains(other));
        }
      }
    }
    assertThat(seen).hasSize(members.size() * 2 + members.size() * (members.size() - 1) * 4);
  }

  @Test
  void aNegativeCaseDeviatesInOneThingThatTheProviderSeesToo() {
    // When
    List<OperationCase> negatives = all(cases.negatives(operation, KnownValues.NONE));

    // Then
    var judge = new HttpJudge(contract);
    assertThat(negatives)
        .filteredOn(c -> c.outcome() == Outcome.REJECTED)
        .hasSizeGreaterThan(30)
        .allSatisfy(
            c ->
                assertThat(judge.judgeRequest(c.request()))
                    .extracting(Breach::pointer)
                    .isNotEmpty()
                    .containsOnly(judge.judgeRequest(c.request()).getFirst().pointer()));
    assertThat(negatives).allSatisfy(c -> assertThat(c.flaw()).isPresent());
    assertThat(negatives)
        .extracting(OperationCase::outcome)
        .contains(
            Outcome.METHOD_REFUSED,
            Outcome.MEDIA_TYPE_REFUSED,
            Outcome.NOT_ACCEPTABLE,
            Outcome.ANSWERED);
  }

  @Test
  void whatProvidersOverlookMostComesFirstAndNoKindTwiceInARow() {
    // When
    List<String> first =
        all(cases.negatives(operation, KnownValues.NONE)).stream()
            .limit(12)
            .map(c -> c.flaw().orElseThrow().keyword())
            .toList();

    // Then
    assertThat(first).contains("required", "minimum", "maximum", "enum", "type", "pattern");
    assertThat(new HashSet<>(first)).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void knownValuesAreUsedOnceTheyAreKnown() {
    // Given
    var id = new JsonString("3f2b8a1e-0000-4000-8000-000000000001");
    var isKnown = new boolean[1];
    KnownValues known =
        (o, parameter) ->
            isKnown[0] && parameter.name().equals("id") ? Optional.of(id) : Optional.empty();
    Iterator<OperationCase> negatives = cases.negatives(operation, known);
    OperationCase before = negatives.next();

    // When
    isKnown[0] = true;
    OperationCase after = negatives.next();

    // Then
    assertThat(before.request().target()).doesNotContain(id.value());
    assertThat(after.request().target()).contains(id.value());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 99})
  void theSameSeedGivesTheSameBytes(long seed) {
    // When
    var one = new OperationCases(contract, seed);
    var other = new OperationCases(contract, seed);

    // Then
    assertThat(all(one.positives(operation, KnownValues.NONE)))
        .isEqualTo(all(other.positives(operation, KnownValues.NONE)));
    assertThat(all(one.negatives(operation, KnownValues.NONE)))
        .isEqualTo(all(other.negatives(operation, KnownValues.NONE)));
  }

  @Test
  void lenientReadersAreNotAccused() {
    // When
    List<String> forgiven =
        all(cases.negatives(operation, KnownValues.NONE)).stream()
            .filter(c -> c.outcome() == Outcome.ANSWERED)
            .map(c -> c.flaw().orElseThrow().toString())
            .toList();

    // Then
    assertThat(forgiven)
        .anyMatch(flaw -> flaw.contains("/note") && flaw.contains("type"))
        .anyMatch(flaw -> flaw.contains("duplicate-key"))
        .anyMatch(flaw -> flaw.contains("query:limit") && flaw.contains("duplicate"))
        .noneMatch(flaw -> flaw.contains("/sku"));
  }
}
