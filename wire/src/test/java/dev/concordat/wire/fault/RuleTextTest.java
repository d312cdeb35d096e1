package dev.concordat.wire.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fault\":\"refuse\",\"times\":3}",
        "{\"fault\":\"unanswered-connect\"}",
        "{\"fault\":\"accept-silently\"}",
        "{\"fault\":{\"slow-accept\":{\"uniform\":[\"1ms\",\"20ms\"]}}}",
        "{\"fault\":\"expired-certificate\"}",
        "{\"fault\":\"wrong-host\"}",
        "{\"fault\":\"untrusted-certificate\"}",
        "{\"fault\":\"stalled-handshake\"}",
        "{\"fault\":\"reset\",\"on\":\"POST /orders/{id}\",\"after\":1,\"times\":1}",
        "{\"fault\":{\"reset\":{\"after\":5,\"delay\":\"10ms\"}},\"direction\":\"request\"}",
        "{\"fault\":\"empty-reply\"}",
        "{\"fault\":{\"close\":{\"after\":100}}}",
        "{\"fault\":{\"half-close\":{\"after\":1}}}",
        "{\"fault\":\"silence\",\"per\":\"message\"}",
        "{\"fault\":{\"stall\":{\"after\":9}},\"every\":2}",
        "{\"fault\":\"black-hole\"}",
        "{\"fault\":{\"black-hole\":{\"close-after\":\"1000ms\"}}}",
        "{\"fault\":{\"slice\":{\"bytes\":10,\"variation\":2,\"delay\":\"50us\"}}}",
        "{\"fault\":{\"bandwidth\":1000}}",
        "{\"fault\":{\"latency\":{\"median\":\"100ms\",\"sigma\":0.4}},\"probability\":0.25}",
        "{\"fault\":{\"slow-close\":\"1ms\"}}",
        "{\"fault\":{\"status\":503},\"from\":\"1000ms\",\"until\":\"3000ms\"}",
        "{\"fault\":{\"status\":{\"code\":429,\"headers\":[\"Retry-After:"
            + " 2\"],\"body\":\"no\",\"asks-provider\":true}},\"quota\":{\"limit\":5,\"in\":\"1000ms\"}}",
        "{\"fault\":\"redirect-loop\"}",
        "{\"fault\":\"html-error-page\"}",
        "{\"fault\":{\"wrong-media-type\":\"text/plain\"}}",
        "{\"fault\":{\"wrong-length\":-3}}",
        "{\"fault\":{\"truncated-body\":0.5}}",
        "{\"fault\":{\"reset-in-body\":0.0}}",
        "{\"fault\":\"malformed-chunk\"}",
        "{\"fault\":\"garbage\"}",
        "{\"fault\":\"duplicate-response\"}",
        "{\"fault\":\"duplicate-request\"}",
        "{\"fault\":\"withheld-continue\"}",
        "{\"fault\":{\"slow-headers\":{\"pieces\":3,\"during\":\"9ms\"}}}",
        "{\"fault\":{\"slow-body\":{\"pieces\":3,\"during\":\"9ms\"}}}",
        "{\"fault\":{\"edit-body\":[{\"set\":\"/a/0\",\"to\":null},{\"remove\":\"/b\"}]}}",
        "{\"fault\":\"reset-stream\"}",
        "{\"fault\":{\"reset-stream\":{\"code\":\"CANCEL\",\"after\":0}},\"on\":\"GET"
            + " /orders/{id}\",\"times\":1}",
        "{\"fault\":\"goaway\"}",
        "{\"fault\":{\"goaway\":\"ENHANCE_YOUR_CALM\"}}",
        "{\"fault\":\"window-stall\",\"direction\":\"request\"}",
        "{\"fault\":{\"window-stall\":{\"after\":4}}}",
        "{\"fault\":{\"flood\":{\"of\":\"ping\",\"count\":100}}}",
        "{\"fault\":{\"trailers\":\"missing\"}}",
        "{\"fault\":{\"grpc-status\":14},\"probability\":0.5}",
        "{\"fault\":{\"grpc-status\":{\"code\":13,\"message\":\"lost\",\"asks-provider\":true}}}",
        "{\"fault\":{\"abort-after-messages\":2}}",
        "{\"fault\":{\"abort-after-messages\":{\"messages\":2,\"status\":8}}}",
        "{\"fault\":\"deadline-exceeded\"}",
        "{\"fault\":{\"corrupt-message\":\"huge\"}}",
        "{\"fault\":\"drop-message\",\"topic\":\"shop.orders\",\"times\":1}",
        "{\"fault\":\"duplicate-message\",\"every\":2}",
        "{\"fault\":\"reorder-messages\"}",
        "{\"fault\":{\"reorder-messages\":{\"within\":\"200ms\"}}}",
        "{\"fault\":{\"delay-message\":{\"uniform\":[\"1ms\",\"20ms\"]}}}",
        "{\"fault\":\"poison-message\",\"topic\":\"shop.orders\"}",
        "{\"fault\":{\"poison-message\":\"not JSON\"}}",
        "{\"fault\":\"oversized-message\"}",
        "{\"fault\":{\"oversized-message\":5000000}}",
        "{\"fault\":\"unknown-schema-id\"}",
        "{\"fault\":{\"unknown-schema-id\":7}}",
        "{\"fault\":\"tombstone\",\"probability\":0.5}"
      })
  void aRuleIsWrittenAsItWasRead(String written) {
    // Given
    FaultRule rule = FaultStage.rule(written);

    // When
    String again = RuleText.write(rule).toString();

    // Then
    assertThat(again).isEqualTo(written);
  }

  @Test
  void theNamesOfStandInsMeanTheSame() {
    // Given
    List<String> names = List.of("empty-reply", "silence", "limit-bytes");

    // When
    List<Fault> faults =
        names.stream()
            .map(
                name ->
                    FaultStage.rule(
                            name.equals("limit-bytes")
                                ? "{\"fault\": {\"limit-bytes\": 3}}"
                                : "{\"fault\": \"" + name + "\"}")
                        .fault())
            .toList();

    // Then
    assertThat(faults).containsExactly(new Close(0), new Stall(0), new Close(3));
  }

  @Nested
  class Failures {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}|a rule has a 'fault'",
          "{\"fault\": \"explosion\"}|there is no fault 'explosion', but refuse, accept-silently",
          "{\"fault\": \"reset\", \"when\": 1}|a rule has no 'when', but [fault, on",
          "{\"fault\": \"garbage\", \"per\": \"connection\"}|'garbage' is a fault of messages",
          "{\"fault\": \"refuse\", \"on\": \"GET /\"}|'refuse' is a fault of connections",
          "{\"fault\": \"unanswered-connect\", \"times\": 1}|'unanswered-connect' is a fault of the whole port: it has no schedule",
          "{\"fault\": \"latency\"}|this fault has settings, but none are written",
          "{\"fault\": {\"latency\": \"soon\"}}|a time is written as \"200ms\", \"2s\"",
          "{\"fault\": {\"status\": 42}}|a status goes from 200 to 599",
          "{\"fault\": {\"truncated-body\": 1}}|the part that is kept goes from 0 to below 1",
          "{\"fault\": \"reset\", \"on\": \"orders\"}|requests are written as 'GET /orders/{id}'",
          "{\"fault\": \"reset\", \"from\": \"1s\"}|a rule with 'from' has an 'until'",
          "{\"fault\": \"garbage\", \"direction\": \"request\"}|'garbage' is a fault of answers",
          "{\"fault\": {\"edit-body\": [{\"set\": \"x\", \"to\": 1}]}}|'x' is no JSON Pointer",
          "{\"fault\": {\"goaway\": \"BYE\"}}|'BYE' is no error of HTTP/2, such as REFUSED_STREAM",
          "{\"fault\": \"goaway\", \"per\": \"connection\"}|'goaway' is a fault of messages",
          "{\"fault\": \"reset-stream\", \"direction\": \"request\"}|'reset-stream' is a fault of"
              + " answers",
          "{\"fault\": {\"trailers\": \"gone\"}}|'gone' is none of missing, truncated, duplicated,"
              + " corrupt",
          "{\"fault\": {\"grpc-status\": 17}}|a status of gRPC goes from 0 to 16",
          "{\"fault\": {\"flood\": {\"count\": 3}}}|'flood' has a setting 'of'",
          "{\"fault\": {\"flood\": {\"of\": \"ping\", \"count\": 0}}}|a flood has 1 to 10000"
              + " frames",
          "{\"fault\": \"tombstone\", \"on\": \"GET /\"}|'tombstone' is a fault of Kafka's"
              + " messages: it names a 'topic'",
          "{\"fault\": \"garbage\", \"topic\": \"orders\"}|'garbage' is no fault of Kafka's"
              + " messages, and has no 'topic'",
          "{\"fault\": \"drop-message\", \"direction\": \"request\"}|'drop-message' knows its"
              + " direction",
          "{\"fault\": {\"oversized-message\": 100000000}}|'oversized-message' has a number from 0"
              + " to 67108864",
          "{\"fault\": {\"oversized-message\": 0}}|an oversized message has 1 to 67108864 bytes"
        })
    void aRuleThatIsNoneIsRefusedWithASentence(String written) {
      // Given
      String[] parts = written.split("\\|", 2);

      // When
      var refused = assertThatThrownBy(() -> FaultStage.rule(parts[0]));

      // Then
      refused.isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(parts[1]);
    }
  }
}
