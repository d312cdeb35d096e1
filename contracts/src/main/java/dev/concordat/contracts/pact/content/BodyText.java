package dev.concordat.contracts.pact.content;

import java.util.HexFormat;

/// Bodies in messages.
final class BodyText {
  /// How many bytes of binary data are shown.
  private static final int SHOWN_BYTES = 32;

  /// How much text is shown, in characters.
  private static final int SHOWN_CHARACTERS = 1_000;

  private BodyText() {}

  static String show(TypedBody body) {
    if (!BodyTypes.isText(body.mediaType()) && !body.mediaType().isUnknown()) {
      return body.bytes().total() + " bytes of " + body.mediaType();
    }
    String text = body.bytes().utf8();
    return text.length() <= SHOWN_CHARACTERS
        ? "'" + text + "'"
        : "'" + text.substring(0, SHOWN_CHARACTERS) + "' … (" + text.length() + " characters)";
  }

  /// `image/jpeg, 30922 bytes, starting with ffd8…`.
  static String describe(TypedBody body) {
    byte[] bytes = body.bytes().toArray();
    String head = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
    return "["
        + body.mediaType()
        + ", "
        + body.bytes().total()
        + " bytes, starting with "
        + head
        + "]";
  }
}
