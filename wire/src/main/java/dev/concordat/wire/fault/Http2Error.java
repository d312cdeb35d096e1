package dev.concordat.wire.fault;

import java.util.Locale;

/// Why a stream or a connection of HTTP/2 is ended (RFC 9113 section 7). Each is written by its name: `REFUSED_STREAM`.
public enum Http2Error {
  NO_ERROR,
  PROTOCOL_ERROR,
  INTERNAL_ERROR,
  FLOW_CONTROL_ERROR,
  SETTINGS_TIMEOUT,
  STREAM_CLOSED,
  FRAME_SIZE_ERROR,
  REFUSED_STREAM,
  CANCEL,
  COMPRESSION_ERROR,
  CONNECT_ERROR,
  ENHANCE_YOUR_CALM,
  INADEQUATE_SECURITY,
  HTTP_1_1_REQUIRED;

  /// The number on the wire.
  public int code() {
    return ordinal();
  }

  /// The name of a number on the wire; the number itself where nobody has named it.
  public static String name(long code) {
    return code >= 0 && code < values().length ? values()[(int) code].name() : Long.toString(code);
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
