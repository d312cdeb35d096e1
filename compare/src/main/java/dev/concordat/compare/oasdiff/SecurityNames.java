package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What oasdiff calls changes of credentials. It looks at the requirements of the document and of each operation on their
/// own; here an operation has those that hold for it.
final class SecurityNames {
  private SecurityNames() {}

  static List<String> of(HttpChange.SecurityChanged changed) {
    boolean isOwn = isOwn(changed.endpoint().before()) || isOwn(changed.endpoint().after());
    String prefix = isOwn ? "api-security-" : "api-global-security-";
    Map<Set<String>, Set<String>> was = scopes(changed.before());
    Map<Set<String>, Set<String>> is = scopes(changed.after());
    Set<String> names = new LinkedHashSet<>();
    if (!was.keySet().containsAll(is.keySet())) {
      names.add(prefix + "added");
    }
    if (!is.keySet().containsAll(was.keySet())) {
      names.add(prefix + "removed");
    }
    was.forEach(
        (schemes, scopes) ->
            Optional.ofNullable(is.get(schemes))
                .ifPresent(
                    now -> {
                      if (!scopes.containsAll(now)) {
                        names.add(prefix + "scope-added");
                      }
                      if (!now.containsAll(scopes)) {
                        names.add(prefix + "scope-removed");
                      }
                    }));
    return new ArrayList<>(names);
  }

  private static boolean isOwn(Optional<HttpOperation> operation) {
    return operation
        .map(HttpOperation::written)
        .filter(ObjectNode.Member.class::isInstance)
        .map(member -> ((ObjectNode.Member) member).value())
        .filter(node -> node instanceof ObjectNode object && object.has("security"))
        .isPresent();
  }

  /// The scopes of each alternative, by the schemes that it asks for. That nothing is needed is no requirement.
  private static Map<Set<String>, Set<String>> scopes(List<List<SecurityNeed>> alternatives) {
    Map<Set<String>, Set<String>> scopes = new LinkedHashMap<>();
    for (List<SecurityNeed> alternative : alternatives) {
      Set<String> schemes = new TreeSet<>();
      Set<String> all = new TreeSet<>();
      alternative.forEach(
          need -> {
            schemes.add(need.scheme());
            all.addAll(need.scopes());
          });
      if (!schemes.isEmpty()) {
        scopes.put(schemes, all);
      }
    }
    return scopes;
  }
}
