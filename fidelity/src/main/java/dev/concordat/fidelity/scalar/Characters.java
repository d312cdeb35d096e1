package dev.concordat.fidelity.scalar;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/// What charsets and Unicode do to text.
final class Characters {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final List<Charset> SINGLE_BYTE = List.of(StandardCharsets.ISO_8859_1, WINDOWS);

  /// What stands where a character could not be kept.
  private static final String STAND_INS = "?\uFFFD\u001A_*□";

  private Characters() {}

  /// UTF-8 read as Latin-1 or Windows-1252, once or twice, or the other way round.
  static boolean isMisdecoded(String sent, String received) {
    return SINGLE_BYTE.stream()
        .flatMap(
            charset -> {
              String once = new String(sent.getBytes(StandardCharsets.UTF_8), charset);
              String twice = new String(once.getBytes(StandardCharsets.UTF_8), charset);
              String back = new String(sent.getBytes(charset), StandardCharsets.UTF_8);
              return Stream.of(once, twice, back);
            })
        .anyMatch(text -> text.equals(received) && !text.equals(sent));
  }

  /// Whether both are one text in two normal forms of Unicode, compatibility forms included.
  static boolean isNormalised(String sent, String received) {
    return Stream.of(Normalizer.Form.values())
            .anyMatch(form -> Normalizer.normalize(sent, form).equals(received))
        || Normalizer.normalize(received, Normalizer.Form.NFC)
            .equals(Normalizer.normalize(sent, Normalizer.Form.NFC));
  }

  /// Whether characters beyond printable ASCII are gone, or something stands where each of them or each of its units was.
  static boolean areLost(String sent, String received) {
    int at = 0;
    boolean isLost = false;
    int[] points = sent.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      if (received.startsWith(Character.toString(point), at)) {
        at += Character.charCount(point);
      } else if (isPlain(point)) {
        return false;
      } else {
        isLost = true;
        int next = at;
        int most = at + 4;
        while (next < received.length()
            && next < most
            && STAND_INS.indexOf(received.charAt(next)) >= 0
            && !isWanted(points, i + 1, received, next)) {
          next++;
        }
        at = asAscii(point, received, next);
      }
    }
    return isLost && at == received.length();
  }

  /// Whether the rest of what was sent goes on exactly here.
  private static boolean isWanted(int[] points, int from, String received, int at) {
    return from < points.length
        && isPlain(points[from])
        && received.charAt(at) == points[from]
        && STAND_INS.indexOf(points[from]) < 0;
  }

  /// An accent that was taken off: `e` where `ë` was.
  private static int asAscii(int point, String received, int at) {
    String bare =
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
            .codePoints()
            .filter(Characters::isPlain)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return !bare.isEmpty() && received.startsWith(bare, at) ? at + bare.length() : at;
  }

  private static boolean isPlain(int point) {
    return point >= ' ' && point < 0x7F;
  }
}
