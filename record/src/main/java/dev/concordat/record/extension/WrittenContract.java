package dev.concordat.record.extension;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.problem.Problem;
import dev.concordat.record.learning.Lesson;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// An OpenAPI 3 contract that a person wrote, and what traffic says against it. Thread-safe.
public final class WrittenContract implements Lesson.Known {
  private static final int MAX_CONTRADICTIONS = 500;
  private static final int LEAST_ERROR = 400;

  private final OpenApiContract contract;
  private final JsonObject document;
  private final HttpJudge judge;
  private final NavigableMap<String, Long> contradictions = new TreeMap<>();

  private WrittenContract(OpenApiContract contract, JsonObject document) {
    this.contract = contract;
    this.document = document;
    this.judge = new HttpJudge(contract);
  }

  /// What came of opening a contract.
  public sealed interface Opened {
    record Usable(WrittenContract contract) implements Opened {}

    /// Nothing can be added to it.
    ///
    /// @param reason why it cannot be extended
    record Unusable(String reason) implements Opened {}
  }

  /// Opens the contract in a file.
  ///
  /// @param folder which references never lead out of
  public static Opened open(Path folder, Path file) {
    ContractReader reader =
        ContractReader.forComparing(folder, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY);
    Contract read = reader.read(file);
    if (!(read instanceof OpenApiContract contract)) {
      String reason =
          read.problems().stream().findFirst().map(Problem::message).orElse("no OpenAPI document");
      return new Opened.Unusable("it is no OpenAPI document: " + reason);
    }
    if (!contract.specification().startsWith("3.")) {
      return new Opened.Unusable("it is of version " + contract.specification() + ", not 3");
    }
    return new Opened.Usable(new WrittenContract(contract, contract.written().toJson()));
  }

  @Override
  public Optional<String> template(String method, String path) {
    return contract
        .route(method, path)
        .or(() -> ofOtherMethod(path))
        .map(routed -> routed.operation().path().text());
  }

  private Optional<Routed> ofOtherMethod(String path) {
    return contract.allowedMethods(path).stream()
        .flatMap(other -> contract.route(other, path).stream())
        .findFirst();
  }

  /// Holds an exchange against the contract. Of its values nothing is kept.
  public void judge(HttpExchange raw) {
    Optional<Routed> routed = judge.route(raw.request());
    if (routed.isEmpty() || raw.response().isEmpty()) {
      return;
    }
    if (raw.response().get().status() < LEAST_ERROR) {
      judge.judgeRequest(routed.get(), raw.request()).forEach(breach -> note(breach, routed.get()));
    }
    judge
        .judgeResponse(routed.get().operation(), raw.request().method(), raw.response().get())
        .forEach(breach -> note(breach, routed.get()));
  }

  private synchronized void note(Breach breach, Routed routed) {
    boolean isAddition =
        breach.kind() == Breach.Kind.UNDOCUMENTED_STATUS
            || breach.kind() == Breach.Kind.WRONG_MEDIA_TYPE;
    if (!isAddition) {
      String text =
          routed.operation().methodAndPath()
              + " "
              + breach.pointer()
              + ": not "
              + breach.expected()
              + " ("
              + breach.sentence().shortForm()
              + ")";
      if (contradictions.containsKey(text) || contradictions.size() < MAX_CONTRADICTIONS) {
        contradictions.merge(text, 1L, Long::sum);
      }
    }
  }

  /// What the contract says and is not so, with how often it was seen.
  public synchronized List<String> contradictions() {
    return contradictions.entrySet().stream()
        .map(entry -> entry.getKey() + ", seen " + entry.getValue() + " times")
        .toList();
  }

  /// The contract with what was learned and is not in it.
  public Extended extendedBy(JsonObject learned) {
    boolean isOld = contract.specification().startsWith("3.0");
    return new Extension(document, Resolved.of(learned), isOld).extended();
  }
}
