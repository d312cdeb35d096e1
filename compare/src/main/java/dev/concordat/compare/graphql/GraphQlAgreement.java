package dev.concordat.compare.graphql;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Tally;
import java.util.List;

/// Compares what a consumer asks in GraphQL documents with a provider's schema: whether each operation is taken, and which
/// selection, argument or variable is not.
public final class GraphQlAgreement implements Format {
  /// How the two are called in what is told.
  private static final Sides.Names NAMES = new Sides.Names("the consumer", "the provider");

  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof GraphQlDocumentContract && right instanceof GraphQlSchemaContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    return left instanceof GraphQlDocumentContract consumer
            && right instanceof GraphQlSchemaContract provider
        ? compare(consumer, provider)
        : Compared.NOTHING;
  }

  private static Compared compare(
      GraphQlDocumentContract consumer, GraphQlSchemaContract provider) {
    var agreement = new OperationAgreement(consumer, new SchemaView(provider), NAMES);
    Tally tally = Tally.NONE;
    for (Asked asked : Asked.of(consumer.document())) {
      tally = tally.plus(agreement.judge(asked));
    }
    List<Difference> differences = agreement.differences();
    return new Compared(differences, tally);
  }
}
