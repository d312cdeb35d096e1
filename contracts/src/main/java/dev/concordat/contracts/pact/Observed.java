package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Interactions as they are compared with traffic that was only observed. Nobody has put the provider into the state that
/// the interaction names, so an example's values stand for their types; rules that were written still hold.
final class Observed {
  private static final RuleList BY_TYPE = RuleList.of(MatchingRule.Type.PLAIN);

  private Observed() {}

  static HttpInteraction of(HttpInteraction interaction) {
    ExpectedRequest request = interaction.request();
    ExpectedResponse response = interaction.response();
    return new HttpInteraction(
        interaction.header(),
        new ExpectedRequest(
            request.method(),
            request.path(),
            request.queryText(),
            request.query(),
            request.headers(),
            request.body(),
            request.bodyType(),
            byType(request.rules(), request.headers().keySet()),
            request.generators(),
            request.node()),
        new ExpectedResponse(
            response.status(),
            response.headers(),
            response.body(),
            response.bodyType(),
            byType(response.rules(), response.headers().keySet()),
            response.generators(),
            response.node()));
  }

  private static MatchingRules byType(MatchingRules rules, Iterable<String> headers) {
    return new MatchingRules(
        rules.path(),
        byType(rules.query()),
        byType(rules.headers(), headers),
        byType(rules.body()),
        rules.status(),
        rules.metadata());
  }

  /// The rule for the root weighs least, so every rule that was written goes before it.
  private static RuleSet byType(RuleSet rules) {
    Map<PathExpression, RuleList> all = new LinkedHashMap<>(rules.byPath());
    all.putIfAbsent(PathExpression.parse("$"), BY_TYPE);
    return new RuleSet(all);
  }

  private static RuleSet byType(RuleSet rules, Iterable<String> headers) {
    Map<PathExpression, RuleList> all = new LinkedHashMap<>(rules.byPath());
    for (String header : headers) {
      String name = header.toLowerCase(Locale.ROOT);
      if (!name.equals("content-type") && !name.equals("accept")) {
        all.putIfAbsent(PathExpression.ofName(name), BY_TYPE);
      }
    }
    return new RuleSet(all);
  }
}
