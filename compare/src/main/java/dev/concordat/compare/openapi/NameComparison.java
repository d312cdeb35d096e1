package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.OperationIdChanged;
import dev.concordat.compare.openapi.HttpChange.TagChanged;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Compares what operations are called: names that no message holds, and generated code does.
record NameComparison(Comparison comparison, Endpoint endpoint) {
  void compare() {
    Optional<ObjectNode> before = endpoint.before().flatMap(NameComparison::node);
    Optional<ObjectNode> after = endpoint.after().flatMap(NameComparison::node);
    if (before.isPresent() && after.isPresent()) {
      operationId(before.get(), after.get());
      tags(before.get(), after.get());
    }
  }

  private static Optional<ObjectNode> node(HttpOperation operation) {
    return operation.written() instanceof ObjectNode.Member member
            && member.value() instanceof ObjectNode object
        ? Optional.of(object)
        : Optional.empty();
  }

  private void operationId(ObjectNode before, ObjectNode after) {
    Optional<String> old = before.get("operationId").flatMap(NameComparison::text);
    Optional<String> now = after.get("operationId").flatMap(NameComparison::text);
    if (old.equals(now)) {
      return;
    }
    String message =
        now.isEmpty()
            ? "the operationId '" + old.orElse("") + "' was removed"
            : old.isEmpty()
                ? "the operationId '" + now.get() + "' was added"
                : "the operationId was '" + old.get() + "' and is '" + now.get() + "'";
    comparison.add(
        new OperationIdChanged(endpoint, old, now),
        Part.OPERATION,
        "",
        "",
        AgreeRules.CLIENT_CODE_CHANGED,
        old.isEmpty() ? Impact.SAFE : Impact.CLIENT_CODE,
        message,
        sentence(before, "operationId", endpoint.before()),
        sentence(after, "operationId", endpoint.after()),
        Comparison::stated);
  }

  private void tags(ObjectNode before, ObjectNode after) {
    Map<String, Located> old = tags(before);
    Map<String, Located> now = tags(after);
    old.forEach(
        (tag, written) -> {
          if (!now.containsKey(tag)) {
            tag(tag, false, Optional.of(written), sentence(after, "tags", endpoint.after()));
          }
        });
    now.forEach(
        (tag, written) -> {
          if (!old.containsKey(tag)) {
            tag(tag, true, sentence(before, "tags", endpoint.before()), Optional.of(written));
          }
        });
  }

  private void tag(String tag, boolean isAdded, Optional<Located> before, Optional<Located> after) {
    comparison.add(
        new TagChanged(endpoint, tag, isAdded),
        Part.OPERATION,
        "",
        "",
        AgreeRules.CLIENT_CODE_CHANGED,
        Impact.SAFE,
        "the tag '" + tag + (isAdded ? "' was added" : "' was removed"),
        before,
        after,
        Comparison::stated);
  }

  private static Map<String, Located> tags(ObjectNode operation) {
    Map<String, Located> tags = new LinkedHashMap<>();
    if (operation.get("tags").orElse(null) instanceof ArrayNode list) {
      list.items().forEach(item -> text(item).ifPresent(tag -> tags.put(tag, item)));
    }
    return tags;
  }

  private static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : Optional.empty();
  }

  private static Optional<Located> sentence(
      ObjectNode operation, String keyword, Optional<HttpOperation> whole) {
    return operation
        .member(keyword)
        .<Located>map(it -> it)
        .or(() -> whole.map(HttpOperation::written));
  }
}
