package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value that patterns look at: text, or bytes that can be read as text, or none at all.
public final class Subject {
  /// No value.
  public static final Subject ABSENT = new Subject(null, null, StandardCharsets.UTF_8);

  private final @Nullable Bytes bytes;
  private final Charset charset;
  private @Nullable String text;
  private boolean isParsed;
  private @Nullable JsonValue json;

  private Subject(@Nullable String text, @Nullable Bytes bytes, Charset charset) {
    this.text = text;
    this.bytes = bytes;
    this.charset = charset;
  }

  public static Subject of(String text) {
    return new Subject(text, null, StandardCharsets.UTF_8);
  }

  /// What patterns are held against, of bytes.
  ///
  /// @param charset in which the bytes are text
  public static Subject of(Bytes bytes, Charset charset) {
    return new Subject(null, bytes, charset);
  }

  public boolean isPresent() {
    return text != null || bytes != null;
  }

  /// As text; empty where there is none.
  public String text() {
    String known = text;
    if (known == null) {
      known =
          bytes == null
              ? ""
              : charset.equals(StandardCharsets.UTF_8)
                  ? bytes.utf8()
                  : new String(bytes.toArray(), charset);
      if (bytes != null) {
        text = known;
      }
    }
    return known;
  }

  public Bytes bytes() {
    return bytes == null ? Bytes.utf8(text()) : bytes;
  }

  /// As JSON, where it is.
  public Optional<JsonValue> json() {
    if (!isParsed) {
      json = isPresent() ? JsonParser.parse(text()).value().orElse(null) : null;
      isParsed = true;
    }
    return Optional.ofNullable(json);
  }
}
