package dev.concordat.contracts.http;

import dev.concordat.contracts.tree.Located;
import dev.concordat.model.place.Place;
import java.util.List;

/// The documented body of a request.
public record RequestBody(boolean required, List<MediaTypeSpec> content, Located written) {
  public RequestBody {
    content = List.copyOf(content);
  }

  /// Where it stands.
  public Place place() {
    return written.place();
  }

  /// The text of that line, trimmed.
  public String sourceLine() {
    return written.sourceLine();
  }
}
