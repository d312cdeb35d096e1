package dev.concordat.wire.fault;

import java.util.Locale;

/// Why a stream or a connection of HTTP/2 is ended (RFC 9113 section 7). Each is written by its name: `REFUSED_STREAM`.
public enum Http2Error {
  NO_ERROR(0),
  PROTOCOL_ERROR(1),
  INTERNAL_ERROR(2),
  FLOW_CONTROL_ERROR(3),
  SETTINGS_TIMEOUT(4),
  STREAM_CLOSED(5),
  FRAME_SIZE_ERROR(6),
  REFUSED_STREAM(7),
  CANCEL(8),
  COMPRESSION_ERROR(9),
  CONNECT_ERROR(10),
  ENHANCE_YOUR_CALM(11),
  INADEQUATE_SECURITY(12),
  HTTP_1_1_REQUIRED(13);

  private final int code;

  Http2Error(int code) {
    this.code = code;
  }

  /// The number on the wire.
  public int code() {
    return code;
  }

  /// The name of a number on the wire; the number itself where nobody has named it.
  public static String name(long code) {
    for (Http2Error each : values()) {
      if (each.code == code) {
        return each.name();
      }
    }
    return Long.toString(code);
  }

  /// Reads a name, in capitals or not, with `-` or `_`.
  ///
  /// @throws IllegalArgumentException for other text
  static Http2Error of(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Http2Error each : values()) {
      if (each.name().equals(wanted)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "'" + name + "' is no error of HTTP/2, such as REFUSED_STREAM, CANCEL or INTERNAL_ERROR");
  }
}
