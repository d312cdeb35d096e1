package dev.concordat.cases;

import dev.concordat.cases.broken.Breakable;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.ArrayList;
import java.util.List;

/// Makes cases from a contract: every documented example, a minimal and a full valid request, and for each constraint one
/// request that breaks only it. The same seed and contract give the same cases.
public final class CaseGenerator {
  private final ValueGenerator values;
  private final Credentials credentials;

  public CaseGenerator(long seed) {
    this(seed, Credentials.NONE);
  }

  public CaseGenerator(long seed, Credentials credentials) {
    this.values = new ValueGenerator(seed);
    this.credentials = credentials;
  }

  /// The cases of a contract, operation by operation: valid requests first, then those that break a sentence.
  ///
  /// @param system the provider's name
  public List<ContractCase> cases(String system, OpenApiContract contract) {
    return generate(system, contract).cases();
  }

  /// The cases of a contract, with those that could not be made.
  public GeneratedCases generate(String system, OpenApiContract contract) {
    var cases = new ArrayList<ContractCase>();
    var skipped = new ArrayList<SkippedCase>();
    var judge = new HttpJudge(contract);
    for (HttpOperation operation : contract.operations()) {
      var reading = new WireReading(operation, judge);
      var collection = new CaseCollection(system, reading);
      var drafts =
          new Drafts(system, contract.basePath(), operation, values, credentials, KnownValues.NONE);
      new ValidCases(drafts, collection).addAll();
      new ParameterFlaws(drafts, reading, Breakable.Depth.PLAIN)
          .all().stream().map(deviant -> deviant.maker().make()).forEach(collection::addInvalid);
      new BodyFlaws(drafts, reading, Breakable.Depth.PLAIN)
          .all().stream().map(deviant -> deviant.maker().make()).forEach(collection::addInvalid);
      cases.addAll(collection.cases());
      skipped.addAll(collection.skipped());
    }
    return new GeneratedCases(cases, skipped);
  }
}
