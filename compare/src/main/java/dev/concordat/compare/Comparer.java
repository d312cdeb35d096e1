package dev.concordat.compare;

import dev.concordat.compare.asyncapi.AsyncApiAgreement;
import dev.concordat.compare.asyncapi.AsyncApiDiff;
import dev.concordat.compare.avro.AvroAgreement;
import dev.concordat.compare.avro.AvroDiff;
import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.graphql.GraphQlAgreement;
import dev.concordat.compare.graphql.GraphQlDiff;
import dev.concordat.compare.jsonschema.JsonSchemaAgreement;
import dev.concordat.compare.jsonschema.JsonSchemaDiff;
import dev.concordat.compare.lifecycle.HttpLifecycle;
import dev.concordat.compare.oasdiff.NotesAlone;
import dev.concordat.compare.oasdiff.PeerAliases;
import dev.concordat.compare.openapi.Aliases;
import dev.concordat.compare.openapi.OpenApiFormat;
import dev.concordat.compare.pact.PactAgainstAsyncApi;
import dev.concordat.compare.pact.PactAgainstGraphQl;
import dev.concordat.compare.pact.PactAgainstOpenApi;
import dev.concordat.compare.pact.PactAgainstProtobuf;
import dev.concordat.compare.protobuf.ProtobufAgreement;
import dev.concordat.compare.protobuf.ProtobufDiff;
import dev.concordat.compare.stub.StubsAgainstOpenApi;
import dev.concordat.contracts.Contract;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares two contracts.
public final class Comparer {
  /// What the contracts of a {@link #diff} are called in its texts.
  public static final String OLD = "the old contract";

  /// The other one.
  public static final String NEW = "the new contract";

  /// Old with new of one kind. A new kind is one more line.
  private static final List<Format> DIFF = diff(PeerAliases::new);

  /// The same without looking for the names that other tools have.
  private static final List<Format> DIFF_UNNAMED =
      diff((changes, policies, known) -> new NotesAlone(changes, known));

  private static List<Format> diff(Aliases aliases) {
    return List.of(
        new AsyncApiDiff(),
        new JsonSchemaDiff(),
        new AvroDiff(),
        OpenApiFormat.diff(aliases, new HttpLifecycle()),
        GraphQlDiff.ofVersions(),
        new ProtobufDiff());
  }

  /// A consumer's contract with a provider's. A new pair is one more line.
  private static final List<Format> AGREE =
      List.of(
          new AsyncApiAgreement(),
          new JsonSchemaAgreement(),
          new PactAgainstOpenApi(),
          new PactAgainstAsyncApi(),
          new PactAgainstGraphQl(),
          new PactAgainstProtobuf(),
          new StubsAgainstOpenApi(),
          new AvroAgreement(),
          OpenApiFormat.agree(),
          new GraphQlAgreement(),
          GraphQlDiff.ofConsumer(),
          new ProtobufAgreement());

  private final Policies policies;

  private final List<Format> diff;

  public Comparer(Policies policies) {
    this(policies, DIFF);
  }

  private Comparer(Policies policies, List<Format> diff) {
    this.policies = policies;
    this.diff = diff;
  }

  /// One that does not look for what other tools call a difference, where that has to be looked for. All else is the same.
  public static Comparer withoutNamesOfTools(Policies policies) {
    return new Comparer(policies, DIFF_UNNAMED);
  }

  /// What the new contract changes for whoever relies on the old one.
  ///
  /// @return empty when there is no comparison for the two kinds
  public Optional<ContractComparison> diff(Contract before, Contract after) {
    return compare(diff, before, OLD, after, NEW);
  }

  /// Whether there is a comparison of two versions for these two.
  public static boolean canDiff(Contract before, Contract after) {
    return DIFF.stream().anyMatch(format -> format.fits(before, after));
  }

  /// Whether there is a comparison of a consumer with a provider for these two.
  public static boolean canAgree(Contract consumer, Contract provider) {
    return AGREE.stream().anyMatch(format -> format.fits(consumer, provider));
  }

  /// Whether a consumer's contract fits a provider's.
  ///
  /// @return empty when there is no comparison for the two kinds
  public Optional<ContractComparison> agree(Contract consumer, Contract provider) {
    return compare(AGREE, consumer, "the consumer", provider, "the provider");
  }

  private Optional<ContractComparison> compare(
      List<Format> formats, Contract left, String leftRole, Contract right, String rightRole) {
    return formats.stream()
        .filter(format -> format.fits(left, right))
        .findFirst()
        .map(
            format -> {
              Compared compared = format.compare(left, right, policies);
              Set<Problem> problems = new LinkedHashSet<>(left.problems());
              problems.addAll(right.problems());
              return new ContractComparison(
                  subject(leftRole, left),
                  subject(rightRole, right),
                  worstFirst(compared.differences()),
                  compared.tally(),
                  List.copyOf(problems));
            });
  }

  private static List<Difference> worstFirst(List<Difference> differences) {
    var sorted = new ArrayList<>(differences);
    sorted.sort(Comparer::inOrder);
    return sorted;
  }

  private static int inOrder(Difference a, Difference b) {
    return a.impact().compareTo(b.impact());
  }

  private static Subject subject(String role, Contract contract) {
    return new Subject(
        role, contract.file(), contract.kind().label(), contract.title(), contract.version());
  }
}
