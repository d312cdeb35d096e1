package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Header;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/// One thing that a fault has done to a stream of HTTP/2. What is sent goes to the consumer.
public sealed interface StreamAct {
  /// Part of a response.
  sealed interface Part extends StreamAct {}

  /// The head of the response, or its trailers.
  ///
  /// @param fields with `:status` in a head
  /// @param isEnd whether the response ends with it
  record Head(List<Header> fields, boolean isEnd) implements Part {
    public Head {
      fields = List.copyOf(fields);
    }

    /// Whether it is a final head: neither an interim one nor trailers.
    boolean isFinal() {
      return fields.stream()
          .anyMatch(it -> it.name().equals(":status") && !it.value().startsWith("1"));
    }
  }

  /// Bytes of the response's body.
  ///
  /// @param isEnd whether the response ends with it
  record Body(ByteBuffer bytes, boolean isEnd) implements Part {}

  /// Breaks the stream off (RST_STREAM) towards the consumer, and cancels it towards the provider.
  record Reset(Http2Error code) implements StreamAct {}

  /// Says that no further streams are taken (GOAWAY). In order, this stream is the last that is answered; else it is not taken,
  /// and the connection is closed.
  record GoAway(Http2Error code, boolean isInOrder) implements StreamAct {}

  /// Sends the consumer that many frames which it has to answer.
  record Flood(Kind kind, int count) implements StreamAct {
    /// What the frames are.
    public enum Kind {
      PING,
      SETTINGS
    }
  }

  /// Nothing more goes on in this stream until the fault is removed.
  record Stall() implements StreamAct {}

  /// The consumer is not told that it may send more of its request, until the fault is removed.
  record WithholdWindow() implements StreamAct {}

  /// Does something after a while, unless the stream is over by then.
  record Later(Duration length, List<StreamAct> then) implements StreamAct {
    public Later {
      then = List.copyOf(then);
    }
  }

  /// The fault could not do what it says; what it passes on is as it was.
  record Unfit(String reason) implements StreamAct {}
}
