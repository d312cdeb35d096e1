package dev.concordat.registry.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Answers about pairs, each as good as read anew: an answer holds while the transaction that asks sees exactly what the one
/// saw that read it, which PostgreSQL says itself (`pg_current_snapshot`). So many who look at the map at once cost one
/// reading, and nobody ever sees something old. Thread-safe.
final class Remembered {
  /// Answers that are kept; the one that nobody asked for longest is forgotten first.
  private static final int MAX_ANSWERS = 50;

  private record Answer(String snapshot, List<Pairing> pairs) {}

  private final Map<List<Object>, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);

  /// The answer to a question.
  ///
  /// @param handle of a transaction that reads all as of one moment
  /// @param question its text and values
  List<Pairing> get(Handle handle, List<Object> question, Supplier<List<Pairing>> reading) {
    String snapshot =
        handle.createQuery("SELECT CAST(pg_current_snapshot() AS text)").mapTo(String.class).one();
    Optional<List<Pairing>> known = known(snapshot, question);
    if (known.isPresent()) {
      return known.get();
    }
    List<Pairing> pairs = List.copyOf(reading.get());
    keep(question, new Answer(snapshot, pairs));
    return pairs;
  }

  private synchronized Optional<List<Pairing>> known(String snapshot, List<Object> question) {
    return Optional.ofNullable(answers.get(question))
        .filter(answer -> answer.snapshot().equals(snapshot))
        .map(Answer::pairs);
  }

  private synchronized void keep(List<Object> question, Answer answer) {
    answers.put(question, answer);
    if (answers.size() > MAX_ANSWERS) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}
