package dev.concordat.registry.http;

import dev.concordat.registry.store.Remembered;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Answers to requests that pipelines send again and again, given again while nothing at all was written to the database since.
/// Only for routes whose answers depend on nothing but the request line, `Accept`, the body and the database: not on the time, not on who
/// asks. Thread-safe.
public final class KeptAnswers {
  /// Bytes of all answers that are kept: some fifty of those for the hub of a big company.
  private static final long MAX_BYTES = 16L << 20;

  /// Bytes of a question; longer ones are not kept.
  public static final int MAX_QUESTION = 16 << 10;

  private final Remembered<Answer> answers =
      new Remembered<>(answer -> answer.body().size() + (long) MAX_QUESTION, MAX_BYTES);

  /// The answer to a request.
  ///
  /// @param handle of a transaction that reads all as of one moment
  public Answer get(Handle handle, Asked asked, Supplier<Answer> reading) {
    if (!isShort(asked)) {
      return reading.get();
    }
    List<Object> question =
        List.of(
            asked.method(),
            asked.path(),
            asked.query(),
            asked.base(),
            asked.header("Accept").orElse(""),
            asked.body());
    return answers.get(handle, question, reading, answer -> answer.status() == 200);
  }

  /// Whether a request is short enough for something about it to be kept.
  public static boolean isShort(Asked asked) {
    return asked.body().size() + asked.path().length() + asked.query().length() <= MAX_QUESTION;
  }
}
