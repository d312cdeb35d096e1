package dev.concordat.compare.peer;

import dev.concordat.compare.graphql.InspectorRules;
import dev.concordat.compare.oasdiff.OasdiffCatalogue;
import dev.concordat.compare.oasdiff.PeerRule;
import dev.concordat.compare.protobuf.buf.BufRule;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.problem.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All rules of other tools that differences are called by.
public final class PeerRules {
  private static final String BYTES =
      "bytes, and their JSON form, that the one side writes and the other misreads or refuses";

  private PeerRules() {}

  /// All, tool by tool, in the order in which each tool is described.
  public static List<PeerRule> all() {
    return Stream.of(OasdiffCatalogue.rules(), graphQl(), buf()).flatMap(List::stream).toList();
  }

  /// The rule of that name, `oasdiff:request-parameter-removed`.
  public static Optional<PeerRule> named(String name) {
    return all().stream().filter(rule -> rule.name().equalsIgnoreCase(name)).findFirst();
  }

  /// A sentence that names what may have been meant; empty where nothing is near.
  public static String near(String name) {
    return DidYouMean.sentence(name, all().stream().map(PeerRule::name).toList());
  }

  private static List<PeerRule> graphQl() {
    return InspectorRules.all().stream()
        .map(
            rule ->
                new PeerRule(
                    LevelledTool.GRAPHQL_INSPECTOR.tool(),
                    rule.id(),
                    "",
                    rule.ours(),
                    "operations that were right and are refused, or answers that may come and were"
                        + " not expected"))
        .toList();
  }

  /// What messages show comes first; the same rule may also tell what only generated code feels.
  private static List<Rule> ours(BufRule rule) {
    if (rule.name().endsWith("SERVICE_NO_DELETE") || rule.name().equals("RPC_NO_DELETE")) {
      return List.of(AgreeRules.OPERATION_REMOVED);
    }
    if (rule.categories().contains("WIRE")) {
      return List.of(AgreeProtobufRules.BYTES_MISREAD, AgreeRules.CLIENT_CODE_CHANGED);
    }
    return rule.categories().contains("WIRE_JSON")
        ? List.of(AgreeProtobufRules.JSON_MISREAD, AgreeRules.CLIENT_CODE_CHANGED)
        : List.of(AgreeRules.CLIENT_CODE_CHANGED);
  }

  private static List<PeerRule> buf() {
    return Arrays.stream(BufRule.values())
        .map(
            rule ->
                new PeerRule(
                    LevelledTool.BUF.tool(),
                    rule.name(),
                    String.join(",", rule.categories()),
                    ours(rule),
                    BYTES))
        .toList();
  }
}
