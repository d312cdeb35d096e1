package dev.concordat.compare.avro;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The verdict of org.apache.avro.SchemaCompatibility 1.12 on a reader's and a writer's schema. Pairs of types that lead
/// back to themselves fit unless something else speaks against them.
final class LibraryRules {
  private final SchemaPair schemas;
  private final Map<SchemaPair.Key, LibraryCheck> checks = new LinkedHashMap<>();
  private final Map<SchemaPair.Key, List<SchemaPair.Key>> askedBy = new LinkedHashMap<>();
  private final Set<SchemaPair.Key> refused = new HashSet<>();

  private LibraryRules(SchemaPair schemas) {
    this.schemas = schemas;
  }

  /// The verdict.
  ///
  /// @param incompatibilities none for schemas that fit
  /// @param isWhole whether all was looked at; schemas of which not all was fit as far as that goes
  record Outcome(List<Incompatibility> incompatibilities, boolean isWhole) {}

  static Outcome verdict(SchemaPair schemas) {
    var rules = new LibraryRules(schemas);
    boolean isWhole = rules.askAll();
    rules.spread();
    return new Outcome(rules.told(), isWhole);
  }

  private boolean askAll() {
    Deque<LibraryCheck.Need> waiting = new ArrayDeque<>();
    waiting.add(new LibraryCheck.Need(Path.ROOT, schemas.root()));
    while (!waiting.isEmpty()) {
      LibraryCheck.Need next = waiting.removeFirst();
      SchemaPair.Key key = schemas.key(next.pair());
      if (checks.containsKey(key)) {
        continue;
      }
      if (checks.size() >= ReadingLimits.MAX_PAIRS) {
        return false;
      }
      LibraryCheck check = LibraryCheck.of(schemas, next.pair(), next.path());
      checks.put(key, check);
      for (LibraryCheck.Need need : check.needs()) {
        askedBy(need.pair()).add(key);
        waiting.add(need);
      }
      for (Pair alternative : check.oneOf()) {
        askedBy(alternative).add(key);
        waiting.add(new LibraryCheck.Need(next.path(), alternative));
      }
    }
    return true;
  }

  private List<SchemaPair.Key> askedBy(Pair pair) {
    return askedBy.computeIfAbsent(schemas.key(pair), ignored -> new ArrayList<>());
  }

  /// From the pairs that have faults of their own to all that need them.
  private void spread() {
    Deque<SchemaPair.Key> waiting = new ArrayDeque<>();
    for (var entry : checks.entrySet()) {
      if (!entry.getValue().faults().isEmpty()) {
        refused.add(entry.getKey());
        waiting.add(entry.getKey());
      }
    }
    while (!waiting.isEmpty()) {
      for (SchemaPair.Key asking : askedBy.getOrDefault(waiting.removeFirst(), List.of())) {
        if (!refused.contains(asking) && isRefused(asking)) {
          refused.add(asking);
          waiting.add(asking);
        }
      }
    }
  }

  private boolean isRefused(SchemaPair.Key key) {
    LibraryCheck check = checks.get(key);
    return check != null
        && (check.oneOf().isEmpty()
            || check.oneOf().stream().allMatch(each -> refused.contains(schemas.key(each))));
  }

  /// All that speaks against the root, each cause once: of several ways to a pair of types the nearest is told.
  private List<Incompatibility> told() {
    var told = new ArrayList<Incompatibility>();
    Set<SchemaPair.Key> seen = new HashSet<>();
    Deque<Visit> waiting = new ArrayDeque<>();
    waiting.add(new Visit(schemas.key(schemas.root()), false));
    while (!waiting.isEmpty()) {
      Visit visit = waiting.removeFirst();
      LibraryCheck check = checks.get(visit.key());
      if (check == null || !refused.contains(visit.key()) || !seen.add(visit.key())) {
        continue;
      }
      for (Incompatibility fault : check.faults()) {
        told.add(visit.isInUnion() ? fault.as(Incompatibility.Kind.MISSING_UNION_BRANCH) : fault);
      }
      for (LibraryCheck.Need need : check.needs()) {
        waiting.add(new Visit(schemas.key(need.pair()), visit.isInUnion()));
      }
      if (check.closest().isPresent()) {
        waiting.add(new Visit(schemas.key(check.closest().get()), true));
      } else {
        check.missingBranch().ifPresent(told::add);
      }
    }
    return told;
  }

  /// @param isInUnion whether a branch of the reader's union is looked at that is meant and does not fit: the library calls
  ///     all its faults by one name
  private record Visit(SchemaPair.Key key, boolean isInUnion) {}
}
