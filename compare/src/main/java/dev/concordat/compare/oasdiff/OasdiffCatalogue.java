package dev.concordat.compare.oasdiff;

import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Rules for OpenAPI documents: those of oasdiff, and of tools whose rules are told by oasdiff's names.
public final class OasdiffCatalogue {
  /// Which of our rules tells it when it does harm; the first that fits. What does none is `agree/changed-safely`.
  private static final Map<Pattern, Rule> OURS = new LinkedHashMap<>();

  static {
    ours(
        "stability|sunset|deprecated|reactivated|version-|schema-level",
        AgreeRules.LIFECYCLE_BROKEN);
    ours("(api|endpoint|webhook)-(path-)?removed.*", AgreeRules.OPERATION_REMOVED);
    ours("api-operation-id|api-tag|api-schema", AgreeRules.CLIENT_CODE_CHANGED);
    ours("security", AgreeRules.SECURITY_ADDED);
    ours("default-value|content-(schema|media-type|encoding)", AgreeRules.MEANING_CHANGED);
    ours("parameter|request-header", AgreeRules.PARAMETER_REFUSED);
    ours("^(new-(required|optional)-)?request-", AgreeRules.BODY_REFUSED);
    ours("success-status-removed", AgreeRules.SUCCESS_REMOVED);
    ours("status", AgreeRules.STATUS_UNEXPECTED);
    ours("response-header", AgreeRules.RESPONSE_HEADER_UNEXPECTED);
    ours("response", AgreeRules.RESPONSE_BODY_UNEXPECTED);
    ours("", AgreeRules.CHANGED_SAFELY);
  }

  private OasdiffCatalogue() {}

  private static void ours(String pattern, Rule rule) {
    OURS.put(Pattern.compile(pattern), rule);
  }

  /// Our rule for one of oasdiff's.
  static Rule ours(String id) {
    return OURS.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(id).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /// All rules, oasdiff's first.
  public static List<PeerRule> rules() {
    var rules = new ArrayList<PeerRule>();
    for (OasdiffRules.Row row : OasdiffRules.rows()) {
      row.ids().forEach(id -> rules.add(oasdiff(id, row)));
    }
    List<PeerRule> known = List.copyOf(rules);
    PeerNames.names()
        .forEach((tool, ids) -> ids.forEach(id -> rules.add(likewise(tool, id, known))));
    return rules;
  }

  private static PeerRule oasdiff(String id, OasdiffRules.Row row) {
    String reason = OasdiffRules.unnamed().get(id);
    return reason == null
        ? new PeerRule("oasdiff", id, row.level(), List.of(ours(id)), row.decision().words())
        : new PeerRule("oasdiff", id, row.level(), List.of(), reason);
  }

  /// A rule that stands for some of oasdiff's.
  private static PeerRule likewise(String tool, String id, List<PeerRule> oasdiff) {
    List<PeerRule> same =
        oasdiff.stream().filter(rule -> PeerNames.isCalled(rule.id(), tool, id)).toList();
    return new PeerRule(
        tool,
        id,
        "",
        same.stream().flatMap(rule -> rule.ours().stream()).distinct().toList(),
        same.stream().map(PeerRule::judged).distinct().findFirst().orElse(""));
  }
}
