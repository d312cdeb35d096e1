package dev.concordat.standin.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Marks of where a page ended. Clients treat them as opaque; they can be read so that a person sees what they do.
public final class Cursors {
  private static final Pattern CURSOR = Pattern.compile("after([0-9]{1,9})");

  private Cursors() {}

  /// The mark of a position.
  public static String at(int position) {
    return "after" + position;
  }

  static Optional<Integer> position(String cursor) {
    Matcher matcher = CURSOR.matcher(cursor);
    return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }
}
