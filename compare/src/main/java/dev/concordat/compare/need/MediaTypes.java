package dev.concordat.compare.need;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which documented media type is meant.
final class MediaTypes {
  private MediaTypes() {}

  static String essence(String text) {
    return MediaType.parse(text).map(MediaType::essence).orElse(text);
  }

  /// The documented entry for a body of this type, or else one of the same structure: `application/json` for
  /// `application/vnd.shop+json`.
  static Optional<MediaTypeSpec> meant(List<MediaTypeSpec> documented, MediaType stated) {
    Optional<MediaTypeSpec> exact = MediaType.choose(documented, stated);
    return exact.isPresent()
        ? exact
        : documented.stream().filter(spec -> isAlike(spec.mediaType(), stated)).findFirst();
  }

  private static boolean isAlike(MediaType one, MediaType other) {
    return (one.isJson() && other.isJson()) || (one.isXml() && other.isXml());
  }

  /// Whether one of the documented types is what an `Accept` header asks for (RFC 9110 section 12.5.1).
  static boolean isAcceptable(String accept, List<MediaTypeSpec> documented) {
    return Arrays.stream(accept.split(","))
        .flatMap(range -> MediaType.parse(range.strip()).stream())
        .anyMatch(
            range ->
                documented.stream()
                    .map(MediaTypeSpec::mediaType)
                    .anyMatch(
                        type ->
                            range.includes(type) || type.includes(range) || isAlike(type, range)));
  }
}
