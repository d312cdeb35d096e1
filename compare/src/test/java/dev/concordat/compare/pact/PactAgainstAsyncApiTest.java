package dev.concordat.compare.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactAgainstAsyncApiTest {
  private static final String EVENTS =
      """
      asyncapi: 3.0.0
      info: {title: Orders, version: 1.0.0}
      channels:
        orders:
          address: orders.placed
          messages:
            cancelled:
              payload:
                type: object
                required: [reason]
                properties: {reason: {type: string}}
            placed:
              headers: {type: object, properties: {tenant: {type: string}}}
              payload:
                type: object
                required: [id]
                properties: {id: {type: integer}, total: {type: number}}
      operations:
        publish:
          action: send
          channel: {$ref: '#/channels/orders'}
      """;

  @TempDir private Path folder;

  private ContractComparison agree(String reference, String content, String metadata) {
    return Agreement.of(
        folder,
        """
        {"consumer": {"name": "mail"}, "provider": {"name": "orders"},
         "interactions": [{"type": "Asynchronous/Messages", "description": "an order",
           "comments": {%s},
           "contents": {"content": %s, "contentType": "application/json", "encoded": false},
           "metadata": {%s}}],
         "metadata": {"pactSpecification": {"version": "4.0"}}}
        """
            .formatted(reference, content, metadata),
        EVENTS);
  }

  private static final String PUBLISH =
      "\"references\": {\"AsyncAPI\": {\"operationId\": \"publish\"}}";

  @Test
  void tellsWhichOfTheMessagesIsTheOneThatIsNeeded() {
    // When
    ContractComparison comparison = agree(PUBLISH, "{\"id\": 1}", "\"tenant\": \"a\"");

    // Then
    assertThat(comparison.holds()).isTrue();
    assertThat(Agreement.told(comparison)).contains("safe agree/need-met publish · message placed");
  }

  @Test
  void aMemberThatNoMessageHasBreaks() {
    // When
    ContractComparison comparison = agree(PUBLISH, "{\"id\": 1, \"price\": 5}", "");

    // Then
    assertThat(Agreement.told(comparison))
        .containsExactly("breaks agree/nothing-in-common publish · message placed /price");
    Difference difference = comparison.differences().getFirst();
    assertThat(difference.message()).contains("none of 2 messages fits; the nearest is 'placed'");
    assertThat(difference.before().orElseThrow().place().pointer())
        .isEqualTo("/interactions/0/contents/content/price");
  }

  @Test
  void aHeaderThatIsNeverSentBreaks() {
    // When
    ContractComparison comparison = agree(PUBLISH, "{\"id\": 1}", "\"region\": \"eu\"");

    // Then
    assertThat(Agreement.told(comparison))
        .contains("breaks agree/nothing-in-common publish · message headers placed /region");
  }

  @Test
  void theTopicStandsForAMissingReference() {
    // When
    ContractComparison comparison = agree("", "{\"id\": 1}", "\"kafka_topic\": \"orders.placed\"");

    // Then
    assertThat(comparison.holds()).isTrue();
    assertThat(Agreement.told(comparison))
        .contains("risky agree/reference-missing orders.placed · operation");
  }

  @Test
  void anOperationThatIsNotThereBreaks() {
    // When
    ContractComparison comparison = agree(PUBLISH.replace("publish", "send"), "{\"id\": 1}", "");

    // Then
    assertThat(comparison.differences().getFirst().message())
        .isEqualTo("an order: no operation is named 'send'; there are publish");
  }
}
