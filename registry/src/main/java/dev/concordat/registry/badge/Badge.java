package dev.concordat.registry.badge;

/// A badge: two words side by side, drawn here so that no page calls another site. Text is escaped; widths are those of the
/// usual font, near enough.
///
/// @param color of the right half
public record Badge(String left, String right, String color) {
  /// All is well.
  public static final String GOOD = "#3c1";

  /// Something is broken.
  public static final String BAD = "#d44";

  /// What was proved is no longer what is used.
  public static final String CHANGED = "#e80";

  /// Nobody knows.
  public static final String UNKNOWN = "#777";

  private static final double CHARACTER = 6.6;
  private static final int PADDING = 12;

  /// A badge that says why there is none.
  public static Badge problem(String left, String right) {
    return new Badge(left, right, UNKNOWN);
  }

  /// As SVG 1.1.
  public String svg() {
    int leftWidth = width(left);
    int rightWidth = width(right);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="20" role="img" aria-label="%s: %s">
    <title>%s: %s</title>
    <clipPath id="r"><rect width="%d" height="20" rx="3" fill="#fff"/></clipPath>
    <g clip-path="url(#r)"><rect width="%d" height="20" fill="#444"/>
    <rect x="%d" width="%d" height="20" fill="%s"/></g>
    <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
    <text x="%d" y="14">%s</text><text x="%d" y="14">%s</text></g></svg>
    """
        .formatted(
            leftWidth + rightWidth,
            escaped(left),
            escaped(right),
            escaped(left),
            escaped(right),
            leftWidth + rightWidth,
            leftWidth,
            leftWidth,
            rightWidth,
            color,
            leftWidth / 2,
            escaped(left),
            leftWidth + rightWidth / 2,
            escaped(right));
  }

  private static int width(String text) {
    return (int) Math.ceil(text.codePointCount(0, text.length()) * CHARACTER) + PADDING;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                  if (c >= ' ') {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }
}
