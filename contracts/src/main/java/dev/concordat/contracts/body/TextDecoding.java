package dev.concordat.contracts.body;

import dev.concordat.contracts.http.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/// Text of bytes: a byte order mark decides, else the media type's `charset`, else it is UTF-8.
final class TextDecoding {
  private TextDecoding() {}

  sealed interface Decoded {
    record Text(String text) implements Decoded {}

    record UnknownCharset(String name) implements Decoded {}

    record NotText(String charset) implements Decoded {}
  }

  static Decoded decode(MediaType type, byte[] bytes) {
    String named = type.parameter("charset").orElse("utf-8").strip();
    try {
      Charset charset = marked(bytes).orElseGet(() -> Charset.forName(named));
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Decoded.Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return new Decoded.UnknownCharset(named);
    } catch (CharacterCodingException e) {
      return new Decoded.NotText(marked(bytes).map(Charset::name).orElse(named));
    }
  }

  private static Optional<Charset> marked(byte[] bytes) {
    int first = bytes.length > 1 ? ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff) : 0;
    boolean isWide = bytes.length > 3 && bytes[2] == 0 && bytes[3] == 0;
    return switch (first) {
      case 0xfeff -> Optional.of(StandardCharsets.UTF_16BE);
      case 0xfffe -> Optional.of(isWide ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE);
      case 0xefbb ->
          bytes.length > 2 && (bytes[2] & 0xff) == 0xbf
              ? Optional.of(StandardCharsets.UTF_8)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Whether the bytes are UTF-8 unless they say otherwise: no mark, no other charset.
  static boolean isUtf8(MediaType type, byte[] bytes) {
    return marked(bytes).isEmpty()
        && type.parameter("charset").map(name -> name.equalsIgnoreCase("utf-8")).orElse(true);
  }
}
