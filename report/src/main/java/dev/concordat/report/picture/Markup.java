package dev.concordat.report.picture;

import java.util.Locale;

/// Writes HTML or SVG; text and attribute values are escaped by construction, so nothing that a system sent can become
/// markup.
public final class Markup {
  private final StringBuilder out = new StringBuilder();

  /// Opens an element: `open("div", "class", "card")`.
  public Markup open(String element, String... attributes) {
    tag(element, attributes);
    out.append('>');
    return this;
  }

  /// An element without content.
  public Markup empty(String element, String... attributes) {
    tag(element, attributes);
    out.append("/>");
    return this;
  }

  public Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  /// An element with only text in it.
  public Markup leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  public Markup text(String text) {
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i));
    }
    return this;
  }

  /// Markup that was written by another {@link Markup}, or is a resource of ours.
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      text(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(char c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        boolean isForbidden = (c < ' ' && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF;
        out.append(isForbidden ? '\uFFFD' : c);
      }
    }
  }

  /// A length in a picture, with one decimal.
  static String px(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
