package dev.concordat.compare.consumer;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.graphql.GraphQlNeeds;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import java.util.ArrayList;
import java.util.List;

/// One consumer, with what the change means for it.
///
/// @param documents its GraphQL documents, which are asked about each difference by themselves
/// @param uses what of the provider it is known to use
/// @param news what does not fit it any more, or fits it less, after the change
/// @param open what could not be decided of the new contract
/// @param unjudged why something of it could not be compared
record Consumer(
    String label,
    List<GraphQlNeeds> documents,
    List<Use> uses,
    List<News> news,
    List<Difference> open,
    List<String> unjudged) {
  Consumer {
    documents = List.copyOf(documents);
    uses = List.copyOf(uses);
    news = List.copyOf(news);
    open = List.copyOf(open);
    unjudged = List.copyOf(unjudged);
  }

  static Consumer judged(
      String label, List<Known> evidence, Contract before, Contract after, Policies policies) {
    List<GraphQlNeeds> documents = new ArrayList<>();
    List<Use> uses = new ArrayList<>();
    List<News> news = new ArrayList<>();
    List<Difference> open = new ArrayList<>();
    List<String> unjudged = new ArrayList<>();
    for (Known each : evidence) {
      if (each.contract() instanceof GraphQlDocumentContract document
          && before instanceof GraphQlSchemaContract old
          && after instanceof GraphQlSchemaContract now) {
        documents.add(GraphQlNeeds.of(old, now, document));
        continue;
      }
      Testimony judging = Testimony.of(each.contract(), policies);
      var old = judging.against(before);
      var now = judging.against(after);
      uses.addAll(judging.uses(before));
      if (old.isEmpty() || now.isEmpty()) {
        unjudged.add(
            each.contract().file()
                + " ("
                + each.contract().kind().label()
                + ") cannot be compared with "
                + after.kind().label());
      } else {
        news.addAll(News.between(old.get(), now.get()));
        now.get().stream().filter(Consumer::isOpen).forEach(open::add);
      }
    }
    return new Consumer(label, documents, uses, news, open, unjudged);
  }

  private static boolean isOpen(Difference difference) {
    return difference.impact() == Impact.UNKNOWN
        || difference.evidence() instanceof Evidence.Undecided;
  }
}
