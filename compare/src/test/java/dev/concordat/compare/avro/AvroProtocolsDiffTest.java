package dev.concordat.compare.avro;

import static dev.concordat.compare.avro.AvroDiffTest.ORDER;
import static dev.concordat.compare.avro.AvroDiffTest.diff;
import static dev.concordat.compare.avro.AvroDiffTest.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.format.Policies;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Protocols, and schemas that are meant to do harm.
class AvroProtocolsDiffTest {
  @Nested
  class Protocols {
    private static final String MAIL =
        """
        {"protocol": "Mail", "namespace": "x", "types": [
          {"type": "record", "name": "Letter", "fields": [{"name": "to", "type": "string"}]},
          {"type": "error", "name": "Refused", "fields": [{"name": "why", "type": "string"}]}],
         "messages": {
          "send": {"request": [{"name": "letter", "type": "Letter"}], "response": "string", "errors": ["Refused"]},
          "ping": {"request": [], "response": "null", "one-way": true}}}
        """;

    @Test
    void aServerThatNeedsMoreRefusesOldRequests() {
      // Given
      String after =
          MAIL.replace(
              "[{\"name\": \"to\", \"type\": \"string\"}]",
              "[{\"name\": \"to\", \"type\": \"string\"}, {\"name\": \"from\", \"type\":"
                  + " \"string\"}]");

      // When
      ContractComparison comparison = diff(MAIL, after);

      // Then
      assertThat(shown(comparison))
          .containsExactly(
              "breaks message-unreadable /letter/from: the new contract needs the field from, which"
                  + " the old contract does not write, and has no default for it");
      assertThat(comparison.differences().getFirst().position().text())
          .isEqualTo("x.Mail/send · request body");
    }

    @Test
    void anErrorThatTheClientDoesNotKnowIsUnreadable() {
      // Given
      String after =
          MAIL.replace(
                  "\"types\": [",
                  "\"types\": [{\"type\": \"error\", \"name\": \"Full\", \"fields\": []},")
              .replace("[\"Refused\"]", "[\"Refused\", \"Full\"]");

      // When
      Difference difference = diff(MAIL, after).differences().getFirst();

      // Then
      assertThat(difference.position().text()).isEqualTo("x.Mail/send · response error");
      assertThat(difference.impact()).isEqualTo(Impact.BREAKS);
    }

    @Test
    void aMessageThatIsGoneIsAnOperationThatIsGone() {
      // Given
      String after = MAIL.replace("\"ping\"", "\"pong\"");

      // When, Then
      assertThat(shown(diff(MAIL, after)))
          .containsExactly(
              "breaks operation-removed : the new contract has no message ping, which the old"
                  + " contract may send",
              "safe changed-safely : the message pong is new");
    }

    @Test
    void aSchemaBesideAProtocolIsNotCompared() {
      // Given, When
      ContractComparison comparison = diff(MAIL, ORDER);

      // Then
      assertThat(comparison.holds()).isFalse();
      assertThat(shown(comparison))
          .containsExactly(
              "unknown message-unreadable : old.avsc is a protocol, new.avsc is a schema");
    }
  }

  @Nested
  class Hostile {
    @Test
    void unionsOfManyRecordsInOneAnotherAreBounded() {
      // Given
      var before = new StringBuilder("[");
      for (int i = 0; i < 150; i++) {
        before.append(i == 0 ? "" : ",");
        before.append("{\"type\":\"record\",\"name\":\"R").append(i).append("\",\"fields\":[");
        for (int f = 0; f < 3; f++) {
          before.append(f == 0 ? "" : ",");
          before.append("{\"name\":\"f").append(f).append("\",\"type\":[\"null\",\"R");
          before.append((i * 7 + f) % 150).append("\"]}");
        }
        before.append("]}");
      }
      String text = before.append("]").toString();

      // When
      ContractComparison comparison =
          diff(Policies.Stored.FULL, text, text.replace("\"f1\"", "\"g1\""));

      // Then
      assertThat(comparison.holds()).isFalse();
    }

    @Test
    void recordsThatDoubleAtEachStepGiveNoHugeWitness() {
      // Given
      var before = new StringBuilder("[{\"type\":\"record\",\"name\":\"R0\",\"fields\":[]}");
      for (int i = 1; i <= 30; i++) {
        before.append(
            """
            ,{"type":"record","name":"R%d","fields":[{"name":"a","type":"R%d"},{"name":"b","type":"R%d"}]}
            """
                .formatted(i, i - 1, i - 1));
      }
      String text = before.append("]").toString();

      // When
      ContractComparison comparison = diff(text, text.replace("\"a\"", "\"c\""));

      // Then
      assertThat(comparison.holds()).isFalse();
    }

    @Test
    void enumsOfManySymbolsAreCompared() {
      // Given
      var symbols = new StringBuilder("\"S0\"");
      for (int i = 1; i < 50_000; i++) {
        symbols.append(",\"S").append(i).append('"');
      }
      String before = "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[" + symbols + "]}";

      // When
      ContractComparison comparison = diff(before, before.replace("\"S49999\"", "\"T\""));

      // Then
      assertThat(shown(comparison))
          .containsExactly(
              "breaks message-unreadable : the new contract does not know S49999 of E and has no"
                  + " default symbol");
    }

    @Test
    void aTypeThatCannotBeReadIsUnknown() {
      // Given
      String broken = ORDER.replace("\"qty\", \"type\": \"int\"", "\"qty\", \"type\": \"imt\"");

      // When
      ContractComparison comparison = diff(ORDER, broken);

      // Then
      assertThat(comparison.holds()).isFalse();
      assertThat(comparison.differences().getFirst().impact()).isEqualTo(Impact.UNKNOWN);
      assertThat(comparison.differences().getFirst().pointer()).isEqualTo("/qty");
    }
  }
}
