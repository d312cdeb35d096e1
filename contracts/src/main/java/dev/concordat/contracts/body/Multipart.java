package dev.concordat.contracts.body;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.model.exchange.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A multipart body taken apart (RFC 2046 section 5.1, RFC 7578). Lines may end with a lone line feed. Never throws on bad
/// input: what can be read is there, with the first thing that is wrong.
///
/// @param flaw what is wrong, to follow "the body is "; nothing in a well-formed body
public record Multipart(List<Part> parts, Optional<String> flaw) {
  /// Parts of one body.
  static final int MAX_PARTS = 10_000;

  /// Characters of a boundary (RFC 2046 section 5.1.1).
  private static final int MAX_BOUNDARY_CHARACTERS = 70;

  public Multipart {
    parts = List.copyOf(parts);
  }

  /// The parts of a body of this type.
  public static Multipart parse(MediaType type, byte[] body) {
    Optional<String> boundary = type.parameter("boundary");
    if (boundary.isEmpty() || boundary.get().isEmpty()) {
      return new Multipart(
          List.of(), Optional.of("multipart, but its Content-Type has no boundary"));
    }
    if (boundary.get().length() > MAX_BOUNDARY_CHARACTERS) {
      return new Multipart(
          List.of(),
          Optional.of(
              "multipart with a boundary of more than " + MAX_BOUNDARY_CHARACTERS + " characters"));
    }
    return parse(boundary.get(), body);
  }

  /// The parts of a body whose media type does not tell the boundary: its first line does.
  public static Multipart guess(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String line = text.stripLeading().lines().findFirst().orElse("");
    return line.startsWith("--") && line.strip().length() > 2
        ? parse(line.substring(2).strip(), body)
        : new Multipart(List.of(), Optional.of("without a boundary"));
  }

  private static Multipart parse(String boundary, byte[] body) {
    // One character a byte, so that positions are those of the bytes.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String raw = new String(boundary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return new Splitting(text, "--" + raw).split();
  }

  private static final class Splitting {
    private final String text;
    private final String delimiter;
    private final List<Part> parts = new ArrayList<>();
    private Optional<String> flaw = Optional.empty();

    Splitting(String text, String delimiter) {
      this.text = text;
      this.delimiter = delimiter;
    }

    Multipart split() {
      int at = delimiterFrom(0);
      if (at < 0) {
        return new Multipart(
            List.of(), Optional.of("not multipart: the boundary " + delimiter + " is not in it"));
      }
      while (!isClose(at)) {
        int start = text.indexOf('\n', at);
        int next = start < 0 ? -1 : delimiterFrom(start + 1);
        if (next < 0) {
          note("cut: the closing boundary " + delimiter + "-- is missing");
          break;
        }
        if (parts.size() == MAX_PARTS) {
          note("of more than " + MAX_PARTS + " parts");
          break;
        }
        add(text.substring(start + 1, Math.max(start + 1, endBefore(next))));
        at = next;
      }
      return new Multipart(parts, flaw);
    }

    private boolean isClose(int at) {
      return text.startsWith("--", at + delimiter.length());
    }

    /// The next delimiter at the start of a line with nothing else on it.
    private int delimiterFrom(int from) {
      int at = text.indexOf(delimiter, from);
      while (at >= 0) {
        if ((at == 0 || text.charAt(at - 1) == '\n') && endsLine(at + delimiter.length())) {
          return at;
        }
        at = text.indexOf(delimiter, at + 1);
      }
      return -1;
    }

    private boolean endsLine(int after) {
      if (text.startsWith("--", after)) {
        return true;
      }
      int at = after;
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
      return at == text.length() || text.charAt(at) == '\n' || text.startsWith("\r\n", at);
    }

    /// The line end before a delimiter belongs to the delimiter.
    private int endBefore(int next) {
      return next > 1 && text.charAt(next - 2) == '\r' ? next - 2 : next - 1;
    }

    private void add(String part) {
      PartHeaders headers = PartHeaders.of(part);
      headers.flaw().ifPresent(what -> note("broken in part " + (parts.size() + 1) + ": " + what));
      byte[] content = part.substring(headers.end()).getBytes(StandardCharsets.ISO_8859_1);
      parts.add(new Part(headers.headers(), Bytes.of(content)));
    }

    private void note(String what) {
      flaw = flaw.or(() -> Optional.of(what));
    }
  }
}
