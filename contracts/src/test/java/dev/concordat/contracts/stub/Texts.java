package dev.concordat.contracts.stub;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Documents made from texts, and what was read as text.
public final class Texts {
  private Texts() {}

  public static Document document(String file, String text) {
    return new DocumentReader(Path.of(".")).parse(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The conditions of a request, one a line: `HEADER Accept json`.
  public static List<String> shown(StubRequest request) {
    return request.conditions().stream().map(Texts::shown).toList();
  }

  private static String shown(RequestCondition condition) {
    return switch (condition) {
      case RequestCondition.On(var part, String name, var pattern, var ignored) ->
          part + (name.isEmpty() ? "" : " " + name) + " " + pattern;
      case RequestCondition.AnyOf any ->
          "any of " + any.alternatives().stream().map(Texts::shown).toList();
      case RequestCondition.Not(var request, var ignored) -> "not " + shown(request);
      case RequestCondition.InPart(var isEach, var name, var of, var ignored) ->
          (isEach ? "each part " : "a part ") + name + of.stream().map(Texts::shown).toList();
      case RequestCondition.Unjudged(String what, var ignored) -> "unjudged " + what;
    };
  }
}
