package dev.concordat.fidelity.change;

/// What happened to one value between the end that sent it and the end that received it.
///
/// @param at where in the part: a JSON Pointer in the message as it was sent, the name of a header or a query parameter;
///     empty for all of it
/// @param sent the value as it was sent, as text; empty where nothing was
/// @param received the value as it was received, as text; empty where nothing was
public record Change(Part part, String at, Alteration alteration, String sent, String received) {
  /// Characters of a value that are kept; a longer one ends with an ellipsis.
  public static final int MAX_SHOWN_CHARACTERS = 200;

  public Change {
    sent = shown(sent);
    received = shown(received);
  }

  /// Whether the meaning is kept.
  public boolean isHarmless() {
    return alteration.rule().isEmpty();
  }

  private static String shown(String text) {
    if (text.length() <= MAX_SHOWN_CHARACTERS) {
      return text;
    }
    int end = MAX_SHOWN_CHARACTERS - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
