package dev.concordat.registry.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/// Answers that are each as good as read anew: an answer holds while the transaction that asks sees exactly what the one
/// saw that read it, which PostgreSQL says itself (`pg_current_snapshot`). So many who ask the same at once cost one
/// reading, and nobody ever sees something old, whichever of several servers they ask. Thread-safe.
public final class Remembered<T> {
  /// Snapshots count transactions, and a database that was set back to an earlier time counts them again; it was started anew for that.
  private static final String SEEN =
      "SELECT CAST(pg_current_snapshot() AS text) || ' ' || CAST(pg_postmaster_start_time() AS text)";

  private record Answer<T>(String seen, T value, long size) {}

  private final Map<List<?>, Answer<T>> answers = new LinkedHashMap<>(16, 0.75f, true);
  private final ToLongFunction<T> size;
  private final long maxSize;
  private long kept;

  /// @param size of an answer, in any unit
  /// @param maxSize of all answers that are kept; the ones that nobody asked for longest are forgotten first
  public Remembered(ToLongFunction<T> size, long maxSize) {
    this.size = size;
    this.maxSize = maxSize;
  }

  /// The answer to a question.
  ///
  /// @param handle of a transaction that reads all as of one moment
  /// @param question its text and values
  public T get(Handle handle, List<?> question, Supplier<T> reading) {
    return get(handle, question, reading, _ -> true);
  }

  /// The answer to a question.
  ///
  /// @param handle of a transaction that reads all as of one moment
  /// @param question its text and values: all that the answer depends on beside the database
  /// @param isKept whether an answer that was read may be given again
  public T get(Handle handle, List<?> question, Supplier<T> reading, Predicate<T> isKept) {
    String seen = handle.createQuery(SEEN).mapTo(String.class).one();
    Optional<T> known = known(seen, question);
    if (known.isPresent()) {
      return known.get();
    }
    T value = reading.get();
    if (isKept.test(value)) {
      keep(question, new Answer<>(seen, value, size.applyAsLong(value)));
    }
    return value;
  }

  private synchronized Optional<T> known(String seen, List<?> question) {
    return Optional.ofNullable(answers.get(question))
        .filter(answer -> answer.seen().equals(seen))
        .map(Answer::value);
  }

  private synchronized void keep(List<?> question, Answer<T> answer) {
    Answer<T> before = answers.put(question, answer);
    kept += answer.size() - (before == null ? 0 : before.size());
    Iterator<Answer<T>> oldest = answers.values().iterator();
    while (kept > maxSize) {
      kept -= oldest.next().size();
      oldest.remove();
    }
  }
}
