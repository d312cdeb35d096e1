package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Where bytes stop being UTF-8, held against the JDK's decoder.
class Utf8Test {
  private static final long SEED = Long.getLong("seed", 20_261_123);
  private static final int ROUNDS = 20_000;
  private static final int MAX_BYTES = 40;
  // The edges of Unicode's table 3-7, and what stands between them.
  private static final int[] BYTES = {
    'a', 'a', 'a', 'a', '"', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
    0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
  };
  private static final String[] CHARACTERS = {
    "a", "é", "߿", "€", "\uD7FF", "\uE000", "😀", "\uDBFF\uDFFF"
  };

  @Test
  void bytesStopBeingUtf8WhereTheDecoderSaysSo() {
    System.out.println("UTF-8 seed " + SEED + ", again with -Dseed=" + SEED);
    var random = new Random(SEED);
    int malformed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] text = text(random);
      int expected = firstMalformed(text);
      malformed += expected >= 0 ? 1 : 0;
      assertThat(Utf8.firstMalformed(text)).as("%s", ByteBuffer.wrap(text)).isEqualTo(expected);
    }
    assertThat(malformed).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
  }

  @Test
  void everyPlaceOfALineBreakIsFound() {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] text = new byte[random.nextInt(MAX_BYTES)];
      for (int i = 0; i < text.length; i++) {
        text[i] = (byte) "aaaaa\n\r\t\u000b\u008a".charAt(random.nextInt(10));
      }
      String latin = new String(text, StandardCharsets.ISO_8859_1);
      int[] starts = Lines.starts(text);
      assertThat(starts).hasSize(latin.split("\r\n|\n|\r", -1).length);
      for (int i = 1; i < starts.length; i++) {
        assertThat(latin.charAt(starts[i] - 1)).isIn('\n', '\r');
      }
    }
  }

  private static byte[] text(Random random) {
    if (random.nextBoolean()) {
      var characters = new StringBuilder();
      for (int i = random.nextInt(MAX_BYTES / 2); i > 0; i--) {
        characters.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
      }
      return characters.toString().getBytes(StandardCharsets.UTF_8);
    }
    byte[] bytes = new byte[random.nextInt(MAX_BYTES)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) BYTES[random.nextInt(BYTES.length)];
    }
    return bytes;
  }

  private static int firstMalformed(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length + 1), true);
    return result.isError() ? in.position() : -1;
  }
}
