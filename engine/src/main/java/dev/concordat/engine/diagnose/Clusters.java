package dev.concordat.engine.diagnose;

import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.finding.Proof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Joins findings that have one cause: equal cause keys; the same sentence of a contract broken at the same field, such as
/// a schema that several operations share; a value that is wrong in one place, whoever noticed; several fields missing side
/// by side in one message; failures of one operation, since code that does not look at its input fails in many ways.
final class Clusters {
  /// Begins the keys that only join others.
  private static final String JOINT = "~";

  private static final Pattern FLOW_PART = Pattern.compile("^/(?:body|payload)(?=/)");

  private final Map<String, String> parent = new HashMap<>();

  /// Notes that a finding exists.
  void add(Finding finding) {
    String key = finding.causeKey();
    finding
        .sentence()
        .ifPresent(it -> join(key, JOINT + sharedKey(finding, it.place().toString())));
    if (isOfValue(finding)) {
      join(key, JOINT + valueKey(finding));
    }
    if (finding.rule().equals(ConformRules.SERVER_ERROR)) {
      join(key, failureKey(finding));
    }
    if (finding.rule().equals(ConformRules.MISSING_FIELD)) {
      finding.exchangeId().ifPresent(id -> join(key, JOINT + siblingKey(finding, id)));
    }
  }

  /// Whether it says that a value is not the one that was sent: a flow and a value that was followed tell the same then.
  private static boolean isOfValue(Finding finding) {
    return finding.rule().proof() == Proof.FIDELITY
        || finding.rule().equals(FlowRules.UNEXPECTED_VALUE)
        || finding.rule().equals(FlowRules.ROW_MISMATCH);
  }

  private static String valueKey(Finding finding) {
    return String.join("|", finding.system(), finding.operation(), member(finding));
  }

  /// Where the value is in its message: a flow's pointer begins with the message's part, such as `/body`.
  private static String member(Finding finding) {
    return finding.rule().proof() == Proof.FLOWS
        ? FLOW_PART.matcher(finding.pointer()).replaceFirst("")
        : finding.pointer();
  }

  /// The name of the finding's cause: the smallest of its keys, so that it stays the same from run to run.
  String causeOf(Finding finding) {
    return root(finding.causeKey());
  }

  /// A sentence that a request broke unnoticed is named by its place alone: what was broken has many names.
  private static String sharedKey(Finding finding, String place) {
    String pointer = finding.pointer();
    String field =
        finding.rule().equals(ConformRules.INVALID_ACCEPTED)
            ? ""
            : pointer.substring(pointer.lastIndexOf('/') + 1);
    return String.join("|", finding.rule().id(), finding.system(), place, field);
  }

  /// No joint but a cause, and smaller than the key of any failure: which of them are seen does not change the name.
  private static String failureKey(Finding finding) {
    return String.join("|", finding.rule().id(), finding.system(), finding.operation(), "");
  }

  private static String siblingKey(Finding finding, String exchangeId) {
    String pointer = finding.pointer();
    String parent = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    return String.join("|", finding.rule().id(), finding.system(), exchangeId, parent);
  }

  private String root(String key) {
    List<String> path = new ArrayList<>();
    String at = key;
    while (true) {
      String up = parent.getOrDefault(at, at);
      if (up.equals(at)) {
        break;
      }
      path.add(at);
      at = up;
    }
    for (String passed : path) {
      parent.put(passed, at);
    }
    return at;
  }

  private void join(String key, String otherKey) {
    String one = root(key);
    String other = root(otherKey);
    if (one.equals(other)) {
      return;
    }
    boolean oneLeads = rank(one).compareTo(rank(other)) < 0;
    parent.put(oneLeads ? other : one, oneLeads ? one : other);
  }

  /// Keys of causes come before keys that only join.
  private static String rank(String key) {
    return (key.startsWith(JOINT) ? "1" : "0") + key;
  }
}
