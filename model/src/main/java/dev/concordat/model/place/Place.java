package dev.concordat.model.place;

/// Where something stands: a file, relative to the workspace with `/` between its parts; line and column, both from 1;
/// and the JSON Pointer (RFC 6901) of the node in its document, empty for the root.
public record Place(String file, int line, int column, String pointer) {
  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns count from 1");
    }
  }

  /// A whole file.
  public static Place of(String file) {
    return new Place(file, 1, 1, "");
  }

  /// `orders/openapi.yaml:88`, the form that editors and terminals make clickable.
  public String shortForm() {
    return file + ":" + line;
  }

  /// A form that stays while other lines of the file come and go: `orders/openapi.yaml#/paths/~1orders`.
  public String stableForm() {
    return pointer.isEmpty() ? toString() : file + "#" + pointer;
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
