package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Header;
import io.netty.buffer.ByteBuf;
import java.util.List;

/// What one side of an HTTP/2 connection says (RFC 9113 section 6), with header blocks put together and decoded.
sealed interface Frame {
  int CONNECTION = 0;

  /// Part of a body. A long frame comes in several.
  ///
  /// @param bytes valid until the reader goes on
  /// @param padding bytes that count for flow control and mean nothing
  /// @param isEnd whether the stream ends with it
  record Data(int stream, ByteBuf bytes, int padding, boolean isEnd) implements Frame {}

  /// The head of a message, or its trailers.
  record Head(int stream, List<Header> fields, boolean isEnd) implements Frame {}

  /// The provider announces a response that nobody has asked for yet.
  record Promise(int stream, int promised, List<Header> fields) implements Frame {}

  record Reset(int stream, long code) implements Frame {}

  record Settings(List<Setting> settings) implements Frame {}

  record Setting(int id, long value) {}

  /// The settings of the other side were taken.
  record SettingsTaken() implements Frame {}

  record Ping(long content, boolean isAnswer) implements Frame {}

  /// The side takes no more streams.
  ///
  /// @param bytes of the debug data
  record GoAway(int last, long code, ByteBuf bytes) implements Frame {}

  record Window(int stream, long increment) implements Frame {}

  /// A frame of another type, which is relayed.
  record Other(int type, int flags, int stream, ByteBuf payload) implements Frame {}
}
