package dev.concordat.record;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.record.flow.Trail;
import dev.concordat.record.learning.Edge;
import dev.concordat.record.learning.Learning;
import dev.concordat.record.learning.Lesson;
import dev.concordat.record.learning.Route;
import dev.concordat.record.privacy.Clean;
import dev.concordat.record.privacy.Cleaner;
import dev.concordat.wire.capture.ExchangeSink;
import java.util.ArrayList;
import java.util.List;

/// Learns from exchanges as they come. Of what it is given it keeps summaries and, where asked to, the exchanges without
/// their secrets.
///
/// ```java
/// var recorder = new Recorder(new Cleaner(Set.of(), false), Lesson.Known.NOTHING, Learning.EMPTY, 0);
/// exchanges.forEach(recorder::seen);
/// JsonObject openApi = ContractDocument.of(Settling.of(recorder.learning()), "Orders", Optional.empty());
/// ```
///
/// Thread-safe.
public final class Recorder implements ExchangeSink {
  /// More operations are not learned: somebody tries whatever path comes to mind.
  private static final int MAX_OPERATIONS = 2_000;

  private final Cleaner cleaner;
  private final Lesson.Known known;
  private final int kept;
  private final Trail trail = new Trail();
  private final List<HttpExchange> exchanges = new ArrayList<>();
  private Learning learning;
  private long seen;

  /// @param known where paths lead that are written somewhere
  /// @param before what earlier recordings learned
  /// @param kept how many exchanges are kept, the first ones
  public Recorder(Cleaner cleaner, Lesson.Known known, Learning before, int kept) {
    this.cleaner = cleaner;
    this.known = known;
    this.learning = before;
    this.kept = kept;
  }

  @Override
  public void seen(Exchange raw) {
    if (raw instanceof HttpExchange http) {
      Clean clean = cleaner.clean(http);
      add(clean.shown(), Lesson.of(clean, known));
    }
  }

  private synchronized void add(HttpExchange shown, Learning taught) {
    seen++;
    boolean isTooMuch =
        learning.operations().size() >= MAX_OPERATIONS
            && !learning.operations().keySet().containsAll(taught.operations().keySet());
    Learning lesson =
        isTooMuch
            ? Learning.nothing("there are more than " + MAX_OPERATIONS + " operations")
            : taught;
    Learning all = learning.merge(lesson);
    if (!lesson.operations().isEmpty()) {
      Route route = lesson.operations().firstKey();
      for (Edge edge : trail.follow(shown, route)) {
        all = all.merge(Learning.ofEdge(edge));
      }
    }
    learning = all;
    if (exchanges.size() < kept) {
      exchanges.add(shown);
    }
  }

  /// What was learned so far.
  public synchronized Learning learning() {
    return learning;
  }

  /// The first exchanges, without secrets.
  public synchronized List<HttpExchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /// How many exchanges came.
  public synchronized long seen() {
    return seen;
  }
}
