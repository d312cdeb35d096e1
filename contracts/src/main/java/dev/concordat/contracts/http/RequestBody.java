package dev.concordat.contracts.http;

import dev.concordat.model.place.Place;
import java.util.List;

/// The documented body of a request.
public record RequestBody(
    boolean required, List<MediaTypeSpec> content, Place place, String sourceLine) {
  public RequestBody {
    content = List.copyOf(content);
  }
}
