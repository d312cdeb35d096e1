package dev.concordat.standin.kafka;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.kafka.Entry.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The newest messages, and what is counted of all. Used under its owner's lock.
final class Journal {
  /// Different sentences past this many are only counted.
  private static final int MAX_SENTENCES = 1_000;

  private final int most;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<What, Long> counts = new EnumMap<>(What.class);
  private final Map<String, Broken> broken = new LinkedHashMap<>();
  private long last;
  private long uncounted;

  /// A sentence, how often it was broken, and by which message first.
  private record Broken(String operation, Breach breach, long times, long first) {
    Broken again() {
      return new Broken(operation, breach, times + 1, first);
    }
  }

  /// @param most how many messages are kept
  Journal(int most) {
    this.most = most;
  }

  long next() {
    return ++last;
  }

  void add(Entry entry) {
    if (entries.size() == most) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    counts.merge(entry.what(), 1L, Long::sum);
    if (entry.what() == What.BROKEN) {
      entry.breaches().forEach(breach -> count(entry, breach));
    }
  }

  private void count(Entry entry, Breach breach) {
    String key = entry.operation() + ' ' + breach.sentence() + ' ' + breach.pointer();
    Broken known = broken.get(key);
    if (known != null) {
      broken.put(key, known.again());
    } else if (broken.size() < MAX_SENTENCES) {
      broken.put(key, new Broken(entry.operation(), breach, 1, entry.number()));
    } else {
      uncounted++;
    }
  }

  void clear() {
    entries.clear();
    counts.clear();
    broken.clear();
    uncounted = 0;
    last = 0;
  }

  /// The newest message of the stand-in's own that had this correlation id; 0 for none.
  long sentWith(JsonValue correlation, String operation) {
    Optional<Entry> sent =
        entries.reversed().stream()
            .filter(entry -> entry.what() == What.SENT && entry.operation().equals(operation))
            .filter(entry -> entry.correlation().filter(correlation::equals).isPresent())
            .findFirst();
    return sent.map(Entry::number).orElse(0L);
  }

  /// The messages, oldest first.
  JsonArray messages(Predicate<Entry> wanted) {
    List<JsonValue> all = new ArrayList<>();
    entries.stream().filter(wanted).forEach(entry -> all.add(entry.json()));
    return new JsonArray(all);
  }

  /// What is counted of all messages, and each sentence that was broken.
  JsonObject report() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (What what : What.values()) {
      members.put(what.text(), JsonNumber.of(counts.getOrDefault(what, 0L)));
    }
    List<JsonValue> sentences = new ArrayList<>();
    for (Broken each : broken.values()) {
      sentences.add(
          JsonObject.EMPTY
              .with("operation", new JsonString(each.operation()))
              .with("sentence", new JsonString(each.breach().sentence().shortForm()))
              .with("text", new JsonString(each.breach().sentenceText()))
              .with("pointer", new JsonString(each.breach().pointer()))
              .with("message", new JsonString(each.breach().message()))
              .with("times", JsonNumber.of(each.times()))
              .with("first", JsonNumber.of(each.first())));
    }
    members.put("findings", new JsonArray(sentences));
    if (uncounted > 0) {
      members.put("more", JsonNumber.of(uncounted));
    }
    return new JsonObject(members);
  }
}
