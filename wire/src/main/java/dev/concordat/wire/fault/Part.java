package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.List;

/// The first part of an answer, then an end.
final class Part {
  private Part() {}

  static List<Act> of(Answer answer, double kept, Act end) {
    Answer whole = answer.with(answer.message());
    ByteBuffer body = whole.body();
    ByteBuffer first = body.slice(body.position(), (int) (body.remaining() * kept));
    return List.of(new Act.Send(whole.head()), new Act.Send(first), end);
  }

  static void check(double kept) {
    if (!(kept >= 0 && kept < 1)) {
      throw new IllegalArgumentException("the part that is kept goes from 0 to below 1");
    }
  }
}
