package dev.concordat.wire.forward;

import dev.concordat.model.exchange.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The head of a request as its lines stood on the wire (RFC 9112 section 3). Lines that are not changed stay byte for byte
/// as they are.
///
/// @param lines the field lines, with their ends
record Head(String method, String target, String version, List<byte[]> lines) {
  private static final int MAX_HEAD_BYTES = 64 << 10;
  private static final Set<String> OF_THE_PROXY =
      Set.of("proxy-connection", "proxy-authorization", "proxy-authenticate");

  /// What stands where a head is expected.
  sealed interface Found {
    record Whole(Head head) implements Found {}

    /// Bytes that are no head of HTTP/1.
    record Other(Bytes bytes) implements Found {}

    /// Nothing more comes.
    record End() implements Found {}
  }

  static Found read(Input in) throws IOException {
    var all = new ByteArrayOutputStream();
    byte[] first = in.line(MAX_HEAD_BYTES);
    while (isBlank(first) && first.length > 0) {
      first = in.line(MAX_HEAD_BYTES); // RFC 9112 section 2.2
    }
    if (first.length == 0) {
      return new Found.End();
    }
    all.writeBytes(first);
    String[] words = text(first).strip().split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      return new Found.Other(Bytes.of(all.toByteArray()));
    }
    List<byte[]> lines = new ArrayList<>();
    while (true) {
      byte[] line = in.line(MAX_HEAD_BYTES);
      all.writeBytes(line);
      boolean isEnded = line.length > 0 && line[line.length - 1] == '\n';
      if (!isEnded || all.size() > MAX_HEAD_BYTES) {
        return new Found.Other(Bytes.of(all.toByteArray()));
      }
      if (isBlank(line)) {
        return new Found.Whole(new Head(words[0], words[1], words[2], lines));
      }
      lines.add(line);
    }
  }

  private static boolean isBlank(byte[] line) {
    return line.length == 0
        || (line[0] == '\n' && line.length == 1)
        || (line.length == 2 && line[0] == '\r' && line[1] == '\n');
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  private static String nameOf(byte[] line) {
    String text = text(line);
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  Optional<String> field(String name) {
    return lines.stream()
        .filter(line -> nameOf(line).equals(name))
        .map(Head::text)
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  /// The head for a provider: its own `Host`, nothing that was meant for the proxy.
  byte[] to(String host, String newTarget) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        (method + " " + newTarget + " " + version + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    boolean hasHost = false;
    for (byte[] line : lines) {
      String name = nameOf(line);
      if (name.equals("host")) {
        if (!hasHost) {
          out.writeBytes(("Host: " + host + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        hasHost = true;
      } else if (!OF_THE_PROXY.contains(name)) {
        out.writeBytes(line);
      }
    }
    if (!hasHost && version.equals("HTTP/1.1")) {
      out.writeBytes(("Host: " + host + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    out.writeBytes(new byte[] {'\r', '\n'});
    return out.toByteArray();
  }

  /// Whether what follows may be another protocol.
  boolean mayUpgrade() {
    return field("upgrade").isPresent();
  }
}
