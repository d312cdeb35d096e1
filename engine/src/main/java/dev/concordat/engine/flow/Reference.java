package dev.concordat.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A reference to what an earlier step saw: `$place.body.lines[0].sku`.
///
/// @param root a step's id, `given` or `each`
/// @param path members and array indices from there
public record Reference(String root, List<String> path) {
  private static final Pattern FORM =
      Pattern.compile("\\$([A-Za-z_][\\w-]*)((?:\\.[^.\\[\\]\\s]+|\\[\\d{1,6}])*)");
  private static final Pattern SEGMENT = Pattern.compile("\\.([^.\\[\\]\\s]+)|\\[(\\d{1,6})]");

  public Reference {
    path = List.copyOf(path);
  }

  /// Reads `$root.path`; empty when the text has another form.
  static Optional<Reference> parse(String text) {
    var whole = FORM.matcher(text);
    if (!whole.matches()) {
      return Optional.empty();
    }
    var path = new ArrayList<String>();
    var segments = SEGMENT.matcher(whole.group(2));
    while (segments.find()) {
      path.add(segments.group(1) != null ? segments.group(1) : segments.group(2));
    }
    return Optional.of(new Reference(whole.group(1), path));
  }

  @Override
  public String toString() {
    return "$" + root + (path.isEmpty() ? "" : "." + String.join(".", path));
  }
}
