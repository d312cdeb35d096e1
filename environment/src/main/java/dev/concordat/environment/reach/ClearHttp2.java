package dev.concordat.environment.reach;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Whether a system speaks HTTP/2 in clear to those who know that it does (RFC 9113 section 3.3).
public final class ClearHttp2 {
  private static final int PATIENCE_MILLIS = 1_000;
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte SETTINGS = 4;
  private static final byte[] NO_SETTINGS = {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0};
  private static final int TYPE_AT = 3;

  private ClearHttp2() {}

  /// Asks the system at a port; one that does not know HTTP/2 takes it for a bad request.
  public static boolean isSpoken(int port) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(PREFACE);
      out.write(NO_SETTINGS);
      byte[] head = socket.getInputStream().readNBytes(NO_SETTINGS.length);
      return head.length == NO_SETTINGS.length && head[TYPE_AT] == SETTINGS && head[0] == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
