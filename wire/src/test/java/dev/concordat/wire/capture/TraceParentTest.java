package dev.concordat.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void readsTheTraceId() {
    assertThat(TraceParent.traceId("00-" + TRACE + "-00f067aa0ba902b7-01")).contains(TRACE);
  }

  @Test
  void readsWhatALaterVersionAdds() {
    assertThat(TraceParent.traceId("01-" + TRACE + "-00f067aa0ba902b7-01-more")).contains(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      })
  void leavesOutWhatIsNotWellFormed(String value) {
    assertThat(TraceParent.traceId(value)).isEmpty();
  }
}
