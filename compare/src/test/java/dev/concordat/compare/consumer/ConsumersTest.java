package dev.concordat.compare.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.WitnessMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 13);
  private static final Policies POLICIES = Policies.defaults(TODAY);

  private static final String OLD =
      """
      openapi: 3.1.0
      info: {title: Orders, version: 1.0.0}
      paths:
        /orders/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            responses:
              '200':
                description: the order
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, price, note]
                      properties:
                        id: {type: integer}
                        price: {type: number}
                        note: {type: string}
                        extra: {type: string}
        /orders:
          post:
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [sku]
                    properties:
                      sku: {type: string}
                      gift: {type: boolean}
            responses:
              '201': {description: done}
      """;

  private static final String PRICE_OPTIONAL = OLD.replace("[id, price, note]", "[id, note]");
  private static final String NOTE_OPTIONAL = OLD.replace("[id, price, note]", "[id, price]");
  private static final String GIFT_REQUIRED =
      OLD.replace("required: [sku]", "required: [sku, gift]");
  private static final String EXTRA_GONE =
      OLD.replace("                  extra: {type: string}\n", "");

  private static final String READS_PRICE =
      """
      {"consumer": {"name": "web"}, "provider": {"name": "orders"},
       "interactions": [{"description": "one order",
         "request": {"method": "GET", "path": "/orders/17"},
         "response": {"status": 200, "body": {"id": 17, "price": 10.5}}}],
       "metadata": {"pactSpecification": {"version": "3.0.0"}}}
      """;

  private static final String READS_EXTRA =
      READS_PRICE.replace("\"price\": 10.5", "\"extra\": \"x\"");

  private static final String PLACES =
      """
      {"consumer": {"name": "app"}, "provider": {"name": "orders"},
       "interactions": [{"description": "a new order",
         "request": {"method": "POST", "path": "/orders",
           "headers": {"Content-Type": "application/json"}, "body": {"sku": "A1"}},
         "response": {"status": 201}}],
       "metadata": {"pactSpecification": {"version": "3.0.0"}}}
      """;

  private static final String TRAFFIC =
      """
      {"log": {"version": "1.2", "creator": {"name": "proxy", "version": "1"}, "entries": [
        {"startedDateTime": "2026-03-01T10:00:00Z", "time": 5,
         "request": {"method": "GET", "url": "https://orders.example/orders/17",
           "httpVersion": "HTTP/1.1", "headers": [], "queryString": [], "cookies": [],
           "headersSize": -1, "bodySize": 0},
         "response": {"status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "headers": [],
           "cookies": [], "redirectURL": "", "headersSize": -1, "bodySize": 2,
           "content": {"size": 2, "mimeType": "application/json", "text": "{\\"id\\": 17}"}},
         "cache": {}, "timings": {"send": 1, "wait": 1, "receive": 1}}]}}
      """;

  @TempDir private Path folder;

  private Contract read(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return new ContractReader(folder).read(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Known known(String name, String version, String day, String text) {
    return new Known(
        name,
        version,
        day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
        read(name + ".json", text));
  }

  private ContractComparison narrowed(String changed, boolean isStrict, Known... consumers) {
    Contract before = read("old.yaml", OLD);
    Contract after = read("new.yaml", changed.replace("version: 1.0.0", "version: 2.0.0"));
    ContractComparison comparison = new Comparer(POLICIES).diff(before, after).orElseThrow();
    return Consumers.of(List.of(consumers), POLICIES).narrowed(comparison, before, after, isStrict);
  }

  private static Difference only(ContractComparison comparison) {
    List<Difference> told =
        comparison.differences().stream().filter(it -> it.impact() != Impact.SAFE).toList();
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  @Test
  void aVersionThatTellsOfNoBreakConcernsNobodyWhereNobodyBreaks() {
    // Given
    Contract before = read("old.yaml", OLD);
    Contract after = read("new.yaml", NOTE_OPTIONAL);
    ContractComparison comparison = new Comparer(POLICIES).diff(before, after).orElseThrow();
    var consumers =
        Consumers.of(List.of(known("web", "1.4.2", "2026-03-01", READS_PRICE)), POLICIES);

    // When
    ContractComparison narrowed = consumers.narrowed(comparison, before, after, false);

    // Then
    assertThat(comparison.holds()).isFalse();
    assertThat(narrowed.holds()).isTrue();
  }

  @Test
  void aBreakThatMeetsAConsumerNamesItWithItsOwnWitness() {
    // When
    ContractComparison comparison =
        narrowed(PRICE_OPTIONAL, false, known("web", "1.4.2", "2026-03-01", READS_PRICE));

    // Then
    Difference difference = only(comparison);
    assertThat(difference.impact()).isEqualTo(Impact.BREAKS);
    Affected affected = difference.affected().getFirst();
    assertThat(affected.consumer()).isEqualTo("web@1.4.2");
    assertThat(affected.impact()).isEqualTo(Impact.BREAKS);
    assertThat(affected.why()).contains("price");
    var message = (WitnessMessage.HttpResponse) affected.witness().orElseThrow().message();
    assertThat(message.request().target()).isEqualTo("/orders/17");
    assertThat(message.response().body().utf8()).doesNotContain("price");
  }

  @Test
  void aBreakThatMeetsNoConsumerIsRiskyAndSaysWhatWasSeen() {
    // When
    ContractComparison comparison =
        narrowed(NOTE_OPTIONAL, false, known("web", "1.4.2", "2026-03-01", READS_PRICE));

    // Then
    Difference difference = only(comparison);
    assertThat(difference.impact()).isEqualTo(Impact.RISKY);
    assertThat(difference.message())
        .endsWith(
            ": breaks the contract, no known consumer (seen: 1 consumer, 50 % of operations, newest"
                + " evidence 12 days old)");
    assertThat(difference.affected())
        .containsExactly(
            new Affected(
                "web@1.4.2",
                Impact.SAFE,
                "nothing that it sends or reads meets it",
                Optional.empty()));
    assertThat(comparison.holds()).isTrue();
  }

  @Test
  void strictLeavesTheBreakAsItIs() {
    // When
    ContractComparison comparison =
        narrowed(NOTE_OPTIONAL, true, known("web", "1.4.2", "2026-03-01", READS_PRICE));

    // Then
    assertThat(only(comparison).impact()).isEqualTo(Impact.BREAKS);
    assertThat(only(comparison).affected().getFirst().impact()).isEqualTo(Impact.SAFE);
  }

  @Test
  void withoutConsumersNothingChanges() {
    // Given
    Contract before = read("old.yaml", OLD);
    Contract after = read("new.yaml", NOTE_OPTIONAL);
    ContractComparison comparison = new Comparer(POLICIES).diff(before, after).orElseThrow();

    // When
    ContractComparison narrowed =
        Consumers.of(List.of(), POLICIES).narrowed(comparison, before, after, false);

    // Then
    assertThat(narrowed).isSameAs(comparison);
  }

  @Test
  void aRequestThatIsRefusedNowBreaksWhoSendsIt() {
    // When
    ContractComparison comparison =
        narrowed(
            GIFT_REQUIRED, false, known("web", "", "", READS_PRICE), known("app", "2", "", PLACES));

    // Then
    Difference difference = only(comparison);
    assertThat(difference.impact()).isEqualTo(Impact.BREAKS);
    assertThat(difference.affected())
        .extracting(Affected::consumer, Affected::impact)
        .containsExactly(tuple("web", Impact.SAFE), tuple("app@2", Impact.BREAKS));
    assertThat(difference.affected().getLast().witness().orElseThrow().message())
        .isInstanceOf(WitnessMessage.HttpRequest.class);
  }

  @Test
  void whatTheContractNeverPromisedMayStillBreakWhoReadsIt() {
    // When
    ContractComparison comparison =
        narrowed(EXTRA_GONE, false, known("web", "1", "2026-03-01", READS_EXTRA));

    // Then
    assertThat(comparison.holds()).isFalse();
    Difference worst = comparison.differences().getFirst();
    assertThat(worst.impact()).isEqualTo(Impact.BREAKS);
    assertThat(worst.message()).contains("web@1", "/extra");
  }

  @Test
  void trafficTellsWhatIsSentAndNotWhatIsRead() {
    // When
    ContractComparison comparison =
        narrowed(NOTE_OPTIONAL, false, known("proxy", "", "2026-03-01", TRAFFIC));

    // Then
    Difference difference = only(comparison);
    assertThat(difference.impact()).isEqualTo(Impact.BREAKS);
    assertThat(difference.affected())
        .extracting(Affected::impact, Affected::why)
        .containsExactly(tuple(Impact.UNKNOWN, "what it reads of answers is not known"));
  }

  @Test
  void aGraphQlDocumentIsAskedAboutEachDifference() {
    // Given
    Contract before = read("old.graphql", "type Query { order: String, carts: String }");
    Contract after = read("new.graphql", "type Query { carts: String }");
    Known uses = new Known("web", "", Optional.empty(), read("a.graphql", "query A { order }"));
    Known other = new Known("app", "", Optional.empty(), read("b.graphql", "query B { carts }"));
    ContractComparison comparison = new Comparer(POLICIES).diff(before, after).orElseThrow();

    // When
    ContractComparison both =
        Consumers.of(List.of(uses, other), POLICIES).narrowed(comparison, before, after, false);
    ContractComparison alone =
        Consumers.of(List.of(other), POLICIES).narrowed(comparison, before, after, false);

    // Then
    assertThat(only(both).affected())
        .extracting(Affected::consumer, Affected::impact)
        .containsExactly(tuple("web", Impact.BREAKS), tuple("app", Impact.SAFE));
    assertThat(only(both).impact()).isEqualTo(Impact.BREAKS);
    assertThat(only(alone).impact()).isEqualTo(Impact.RISKY);
  }

  @Test
  void trafficToAnotherOperationDoesNotMeetAChange() {
    // When
    ContractComparison comparison =
        narrowed(GIFT_REQUIRED, false, known("proxy", "", "2026-03-13", TRAFFIC));

    // Then
    Difference difference = only(comparison);
    assertThat(difference.impact()).isEqualTo(Impact.RISKY);
    assertThat(difference.message()).endsWith("newest evidence 0 days old)");
  }
}
