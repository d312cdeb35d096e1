package dev.concordat.contracts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A value as it stands in a request's text, read in each way in which the text can be meant; the schema decides which.
///
/// @param text the text as on the wire, to show
public record Written(
    String text,
    Optional<String> scalar,
    Optional<List<String>> items,
    Optional<Map<String, List<String>>> members) {
  private static final int MAX_PIECES = 10_000;

  public static Written ofScalar(String text) {
    return new Written(text, Optional.of(text), Optional.of(List.of(text)), Optional.empty());
  }

  /// Text whose pieces are separated: items one after the other; members as `k=v` pieces when exploded, else as keys and
  /// values in turns.
  public static Written separated(
      String raw, String separator, boolean explode, UnaryOperator<String> decode) {
    List<String> pieces = raw.isEmpty() ? List.of() : pieces(raw, separator);
    return new Written(
        raw,
        Optional.of(decode.apply(raw)),
        Optional.of(pieces.stream().map(decode).toList()),
        explode ? pairs(pieces, decode) : turns(pieces, decode));
  }

  /// What is beyond the last separator that counts is one piece.
  private static List<String> pieces(String raw, String separator) {
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int to = raw.indexOf(separator);
        to >= 0 && pieces.size() < MAX_PIECES - 1;
        to = raw.indexOf(separator, from)) {
      pieces.add(raw.substring(from, to));
      from = to + separator.length();
    }
    pieces.add(raw.substring(from));
    return pieces;
  }

  public static Optional<Map<String, List<String>>> pairs(
      List<String> pieces, UnaryOperator<String> decode) {
    var members = new LinkedHashMap<String, List<String>>();
    for (String piece : pieces) {
      int equals = piece.indexOf('=');
      if (equals < 0) {
        return Optional.empty();
      }
      add(
          members,
          decode.apply(piece.substring(0, equals)),
          decode.apply(piece.substring(equals + 1)));
    }
    return Optional.of(members);
  }

  private static Optional<Map<String, List<String>>> turns(
      List<String> pieces, UnaryOperator<String> decode) {
    if (pieces.size() % 2 != 0) {
      return Optional.empty();
    }
    var members = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < pieces.size(); i += 2) {
      add(members, decode.apply(pieces.get(i)), decode.apply(pieces.get(i + 1)));
    }
    return Optional.of(members);
  }

  public static void add(Map<String, List<String>> members, String name, String value) {
    members.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
  }
}
