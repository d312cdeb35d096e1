package dev.concordat.cases;

import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Makes the cases of one operation after the other, each when it is asked for, the most promising first. The same seed,
/// contract and known values give the same cases. Thread-safe; the iterators are for one thread each.
public final class OperationCases {
  /// More reasons of one operation teach nothing.
  private static final int MAX_SKIPPED = 50;

  private final OpenApiContract contract;
  private final HttpJudge judge;
  private final ValueGenerator values;
  private final Map<String, List<String>> skipped = new ConcurrentHashMap<>();
  private final Set<Flaw> tried = ConcurrentHashMap.newKeySet();

  public OperationCases(OpenApiContract contract, long seed) {
    this.contract = contract;
    this.judge = new HttpJudge(contract);
    this.values = new ValueGenerator(seed);
  }

  /// Requests that should succeed: the documented examples, the smallest, the fullest.
  ///
  /// @param isAuthenticated whether real credentials will be added, or none are needed
  public List<OperationCase> first(
      HttpOperation operation, KnownValues known, boolean isAuthenticated) {
    var into =
        new FirstCases(
            new WireReading(operation, judge),
            new CaseIds(operation),
            isAuthenticated || operation.security().isEmpty(),
            skipper(operation));
    new ValidCases(drafts(operation, known), into).addAll();
    return into.cases();
  }

  /// Requests that keep the contract, in which every two choices that it leaves open meet.
  public Iterator<OperationCase> positives(HttpOperation operation, KnownValues known) {
    return new Positives(
        drafts(operation, known),
        new WireReading(operation, judge),
        new CaseIds(operation),
        skipper(operation));
  }

  /// Requests that deviate in one thing from one that keeps the contract.
  public Iterator<OperationCase> negatives(HttpOperation operation, KnownValues known) {
    return new Negatives(
        drafts(operation, known),
        new WireReading(operation, judge),
        contract,
        new CaseIds(operation),
        tried,
        skipper(operation));
  }

  /// Requests that are made of others.
  public Mutations mutations(HttpOperation operation, KnownValues known) {
    return new Mutations(operation, known, this::drafts, new WireReading(operation, judge));
  }

  /// The same request, larger: each place where text or a list may grow, in growing sizes.
  public List<Growing> growing(HttpOperation operation, KnownValues known) {
    return Growing.of(drafts(operation, known), new WireReading(operation, judge));
  }

  /// Cases that could not be made until now, one sentence each.
  public List<String> skipped(String operation) {
    List<String> all = skipped.getOrDefault(operation, List.of());
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  private Drafts drafts(HttpOperation operation, KnownValues known) {
    return new Drafts(
        "conform", contract.basePath(), operation, values, Credentials.LEFT_OUT, known);
  }

  private Consumer<String> skipper(HttpOperation operation) {
    List<String> all = skipped.computeIfAbsent(operation.id(), id -> new ArrayList<>());
    return sentence -> {
      synchronized (all) {
        if (all.size() < MAX_SKIPPED && !all.contains(sentence)) {
          all.add(sentence);
        }
      }
    };
  }
}
