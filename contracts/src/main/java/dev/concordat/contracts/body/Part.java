package dev.concordat.contracts.body;

import dev.concordat.contracts.http.HeaderParameters;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One part of a multipart body.
///
/// @param raw its content as it was sent
public record Part(List<Header> headers, Bytes raw) {
  /// What a part is that does not say (RFC 2046 section 5.1).
  private static final MediaType PLAIN = new MediaType("text", "plain", Map.of());

  public Part {
    headers = List.copyOf(headers);
  }

  /// The form field's name (RFC 7578 section 4.2); nothing in multipart bodies that are no forms.
  public Optional<String> name() {
    return disposition("name");
  }

  public boolean isFile() {
    return disposition("filename").or(() -> disposition("filename*")).isPresent();
  }

  private Optional<String> disposition(String parameter) {
    return Headers.first(headers, "Content-Disposition")
        .map(HeaderParameters::of)
        .flatMap(all -> Optional.ofNullable(all.get(parameter)));
  }

  /// The stated media type; nothing where there is none that can be read.
  public Optional<MediaType> statedType() {
    return Headers.first(headers, "Content-Type").flatMap(MediaType::parse);
  }

  /// The stated media type, else `text/plain`.
  public MediaType type() {
    return statedType().orElse(PLAIN);
  }

  /// Its content without its transfer encoding; as it is where that is broken or another than Base64.
  public Bytes content() {
    boolean isBase64 =
        Headers.first(headers, "Content-Transfer-Encoding")
            .map(String::strip)
            .filter("base64"::equalsIgnoreCase)
            .isPresent();
    try {
      return isBase64 ? Bytes.of(Base64.getMimeDecoder().decode(raw.toArray())) : raw;
    } catch (IllegalArgumentException notBase64) {
      return raw;
    }
  }
}
