package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is said of security schemes themselves. Which of them an operation needs is told where it is needed; here, which
/// there are, and where and for what a client gets its token.
final class SchemeNotes {
  private final List<Difference> notes = new ArrayList<>();

  private final Function<String, Stream<Alias>> names;

  private SchemeNotes(Function<String, Stream<Alias>> names) {
    this.names = names;
  }

  /// @param names what other tools call what oasdiff has this rule for
  static List<Difference> of(
      OpenApiContract before, OpenApiContract after, Function<String, Stream<Alias>> names) {
    var notes = new SchemeNotes(names);
    Map<String, ObjectNode.Member> old = schemes(before.written());
    Map<String, ObjectNode.Member> now = schemes(after.written());
    old.forEach(
        (name, scheme) -> {
          ObjectNode.Member other = now.get(name);
          if (other == null) {
            notes.add(
                name, "removed", "was removed", Impact.SAFE, Optional.of(scheme), Optional.empty());
          } else {
            notes.compare(name, scheme, other);
          }
        });
    now.forEach(
        (name, scheme) -> {
          if (!old.containsKey(name)) {
            notes.add(
                name, "added", "was added", Impact.SAFE, Optional.empty(), Optional.of(scheme));
          }
        });
    return notes.notes;
  }

  private static Map<String, ObjectNode.Member> schemes(ObjectNode root) {
    Optional<Node> defined =
        root.get("securityDefinitions")
            .or(
                () ->
                    root.get("components")
                        .filter(ObjectNode.class::isInstance)
                        .flatMap(components -> ((ObjectNode) components).get("securitySchemes")));
    Map<String, ObjectNode.Member> schemes = new LinkedHashMap<>();
    if (defined.orElse(null) instanceof ObjectNode object) {
      object.members().forEach(member -> schemes.put(member.name(), member));
    }
    return schemes;
  }

  private void compare(String name, ObjectNode.Member old, ObjectNode.Member now) {
    text(name, "type-changed", "type", old, now, Impact.SAFE);
    text(name, "", "openIdConnectUrl", old, now, Impact.CLIENT_CODE);
    Map<String, ObjectNode> was = flows(old.value());
    Map<String, ObjectNode> is = flows(now.value());
    was.forEach(
        (flow, object) ->
            Optional.ofNullable(is.get(flow)).ifPresent(other -> flow(name, object, other)));
  }

  private void flow(String name, ObjectNode old, ObjectNode now) {
    for (String address : List.of("authorizationUrl", "tokenUrl")) {
      Optional<ObjectNode.Member> was = old.member(address);
      Optional<ObjectNode.Member> is = now.member(address);
      if (!value(was).equals(value(is))) {
        add(
            name,
            address.equals("tokenUrl") ? "oauth-token-url-changed" : "oauth-url-changed",
            told(address, was, is),
            was.isPresent() && is.isPresent() ? Impact.CLIENT_CODE : Impact.SAFE,
            was,
            is);
      }
    }
    scopes(name, scopes(old), scopes(now));
  }

  private void scopes(
      String name, Map<String, ObjectNode.Member> old, Map<String, ObjectNode.Member> now) {
    old.forEach(
        (scope, member) -> {
          Optional<ObjectNode.Member> other = Optional.ofNullable(now.get(scope));
          if (other.isEmpty()) {
            add(
                name,
                "oauth-scope-removed",
                "has the scope '" + scope + "' no more",
                Impact.SAFE,
                Optional.of(member),
                Optional.empty());
          } else if (!value(Optional.of(member)).equals(value(other))) {
            add(
                name,
                "oauth-scope-changed",
                "describes the scope '" + scope + "' otherwise",
                Impact.SAFE,
                Optional.of(member),
                other);
          }
        });
    now.forEach(
        (scope, member) -> {
          if (!old.containsKey(scope)) {
            add(
                name,
                "oauth-scope-added",
                "has the new scope '" + scope + "'",
                Impact.SAFE,
                Optional.empty(),
                Optional.of(member));
          }
        });
  }

  private static Map<String, ObjectNode> flows(Node scheme) {
    Map<String, ObjectNode> flows = new LinkedHashMap<>();
    if (scheme instanceof ObjectNode object) {
      if (object.get("flows").orElse(null) instanceof ObjectNode all) {
        for (ObjectNode.Member member : all.members()) {
          if (member.value() instanceof ObjectNode flow) {
            flows.put(member.name(), flow);
          }
        }
      } else if (object.has("flow")) {
        flows.put("", object);
      }
    }
    return flows;
  }

  private static Map<String, ObjectNode.Member> scopes(ObjectNode flow) {
    Map<String, ObjectNode.Member> scopes = new LinkedHashMap<>();
    if (flow.get("scopes").orElse(null) instanceof ObjectNode all) {
      all.members().forEach(member -> scopes.put(member.name(), member));
    }
    return scopes;
  }

  private void text(
      String name,
      String change,
      String keyword,
      ObjectNode.Member old,
      ObjectNode.Member now,
      Impact impact) {
    Optional<ObjectNode.Member> was = member(old, keyword);
    Optional<ObjectNode.Member> is = member(now, keyword);
    if (!value(was).equals(value(is))) {
      add(name, change, told(keyword, was, is), impact, was, is);
    }
  }

  private static Optional<ObjectNode.Member> member(ObjectNode.Member scheme, String keyword) {
    return scheme.value() instanceof ObjectNode object ? object.member(keyword) : Optional.empty();
  }

  private static String value(Optional<ObjectNode.Member> member) {
    return member
        .map(ObjectNode.Member::value)
        .map(node -> node instanceof ScalarNode scalar ? scalar.text().orElse("") : "")
        .orElse("");
  }

  private static String told(
      String keyword, Optional<ObjectNode.Member> was, Optional<ObjectNode.Member> is) {
    return "had the " + keyword + " '" + value(was) + "' and has '" + value(is) + "'";
  }

  private void add(
      String name,
      String change,
      String message,
      Impact impact,
      Optional<ObjectNode.Member> before,
      Optional<ObjectNode.Member> after) {
    notes.add(
        new Difference(
            impact == Impact.CLIENT_CODE
                ? AgreeRules.CLIENT_CODE_CHANGED
                : AgreeRules.CHANGED_SAFELY,
            impact,
            new Evidence.Stated(),
            new Position("", Part.SECURITY, name),
            "",
            "the security scheme '" + name + "' " + message,
            before.map(SchemeNotes::sentence),
            after.map(SchemeNotes::sentence),
            change.isEmpty() ? List.of() : names.apply("api-security-component-" + change).toList(),
            List.of()));
  }

  private static Sentence sentence(ObjectNode.Member member) {
    return new Sentence(member.place(), member.sourceLine());
  }
}
