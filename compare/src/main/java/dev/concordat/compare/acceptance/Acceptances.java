package dev.concordat.compare.acceptance;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The differences that people accept for a while. Each entry has an owner, a reason and a last day; an entry that is out of
/// date accepts nothing, and is named.
public final class Acceptances {
  /// The name under which the list is looked for.
  public static final String FILE = ".concordat-ignore.yaml";

  /// Nobody accepts anything.
  public static final Acceptances NONE = new Acceptances(List.of(), List.of());

  private static final String FAMILY = "ignore";
  private static final String LIST = "accept";
  private static final int MAX_ENTRIES = 5_000;

  private final List<Entry> entries;
  private final List<Problem> problems;

  private Acceptances(List<Entry> entries, List<Problem> problems) {
    this.entries = List.copyOf(entries);
    this.problems = List.copyOf(problems);
  }

  /// What came of holding differences against the list.
  ///
  /// @param pairs the same pairs, with what is accepted
  /// @param problems what is wrong with the list: mistakes in it, entries out of date, and entries that nothing needs
  public record Applied(List<ComparedPair> pairs, List<Problem> problems) {
    public Applied {
      pairs = List.copyOf(pairs);
      problems = List.copyOf(problems);
    }
  }

  /// Reads the list; what is wrong with it is told by {@link #apply}.
  public static Acceptances read(Document document) {
    FieldReader fields = new FieldReader(FAMILY, document.problems());
    List<Entry> entries = new ArrayList<>();
    if (!document.isBroken()) {
      EntryReader reader = new EntryReader(fields);
      items(fields, document.root()).forEach(item -> reader.read(item).ifPresent(entries::add));
    }
    return new Acceptances(entries, fields.problems());
  }

  private static List<Node> items(FieldReader fields, Node root) {
    Optional<ObjectNode> object = fields.object(root, "the list of accepted differences");
    if (object.isEmpty()) {
      return List.of();
    }
    for (ObjectNode.Member member : object.get().members()) {
      if (!member.name().equals(LIST)) {
        fields.error(
            "unknown-member",
            member.place(),
            "the list has no member `" + member.name() + "`",
            DidYouMean.fix(List.of(LIST), member.name(), "its only member is `" + LIST + "`"));
      }
    }
    Node list = object.get().get(LIST).orElse(root);
    if (list instanceof ScalarNode nothing && nothing.isNull()) {
      return List.of();
    }
    if (!(list instanceof ArrayNode array)) {
      fields.error(
          "no-list",
          list.place(),
          "there is no list of entries under `" + LIST + "`",
          "write `" + LIST + ":` and below it an entry for each difference that is accepted");
      return List.of();
    }
    if (array.items().size() > MAX_ENTRIES) {
      fields.error(
          "too-many-entries",
          array.place(),
          "the list has " + array.items().size() + " entries; " + MAX_ENTRIES + " are allowed",
          "accept several differences with one entry: * stands for any text in operation and"
              + " pointer");
      return List.of();
    }
    return array.items();
  }

  /// Marks what is accepted on this day. Only findings are: whatever counts for nothing needs nobody to accept it.
  public Applied apply(List<ComparedPair> pairs, LocalDate today) {
    Set<Entry> needed = new HashSet<>();
    List<ComparedPair> applied = pairs.stream().map(pair -> apply(pair, today, needed)).toList();
    List<Problem> told = new ArrayList<>(problems);
    for (Entry entry : entries) {
      if (!needed.contains(entry)) {
        told.add(
            Problem.warning(
                FAMILY + "/unmatched",
                entry.acceptance().place(),
                "no difference matches the entry of " + entry.acceptance().owner(),
                "remove it, or correct what it matches"));
      } else if (entry.isExpired(today)) {
        told.add(
            Problem.warning(
                FAMILY + "/expired",
                entry.acceptance().place(),
                "the entry of "
                    + entry.acceptance().owner()
                    + " ended on "
                    + entry.acceptance().until()
                    + "; what it accepted counts again",
                "mend what it accepted, or agree with its owner on a later day"));
      }
    }
    return new Applied(applied, told);
  }

  private ComparedPair apply(ComparedPair pair, LocalDate today, Set<Entry> needed) {
    return pair.withDifferences(
        pair.differences().stream().map(judged -> apply(judged, today, needed)).toList());
  }

  private Judged apply(Judged judged, LocalDate today, Set<Entry> needed) {
    Judged result = judged;
    for (Entry entry : entries) {
      if (entry.matches(judged.difference())) {
        needed.add(entry);
        if (judged.isFinding() && result.acceptance().isEmpty() && !entry.isExpired(today)) {
          result = judged.acceptedBy(entry.acceptance());
        }
      }
    }
    return result;
  }
}
