package dev.concordat.registry.page;

import dev.concordat.registry.link.Moments;
import dev.concordat.report.picture.Markup;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands in a cell of a table or in a line of text.
@FunctionalInterface
interface Cell {
  /// Nothing is known.
  Cell NOTHING = page -> page.leaf("span", "–", "class", "soft");

  /// Several words, which get room for two or three in a line however narrow the table is.
  static Cell words(String text) {
    return page -> page.leaf("span", text, "class", "words");
  }

  /// Writes it.
  void write(Markup page);

  static Cell text(String text) {
    return page -> page.text(text);
  }

  static Cell text(Optional<String> text) {
    return text.map(Cell::text).orElse(NOTHING);
  }

  static Cell link(String text, String address) {
    return page -> page.leaf("a", text, "href", address);
  }

  /// An address that a client wrote: a link only where it leads to a web page, else text.
  static Cell foreign(String address) {
    return isWebAddress(address)
        ? page -> page.leaf("a", address, "href", address, "rel", "noopener noreferrer")
        : text(address);
  }

  static Cell code(String text) {
    return page -> page.leaf("code", text);
  }

  static Cell state(State state) {
    return page ->
        page.open("span", "class", "state " + state.word())
            .leaf("span", state.sign(), "aria-hidden", "true")
            .text(" " + state.word())
            .close("span");
  }

  static Cell time(Instant at) {
    return page -> page.leaf("time", Moments.people(at), "datetime", at.toString());
  }

  static Cell all(List<Cell> cells) {
    return cells.isEmpty()
        ? NOTHING
        : page -> {
          for (int i = 0; i < cells.size(); i++) {
            page.text(i == 0 ? "" : ", ");
            cells.get(i).write(page);
          }
        };
  }

  private static boolean isWebAddress(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
