package dev.concordat.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class UnansweredTest {
  @Test
  void aReasonIsNeverMissing() {
    // Given failures as Java makes them, with and without words
    // When
    String refused = Unanswered.reason(new ConnectException());
    String unknown = Unanswered.reason(new IOException());
    String told = Unanswered.reason(new IOException("connection reset"));

    // Then
    assertThat(refused).isEqualTo("nobody listens there");
    assertThat(unknown).isEqualTo("IOException");
    assertThat(told).isEqualTo("connection reset");
  }
}
