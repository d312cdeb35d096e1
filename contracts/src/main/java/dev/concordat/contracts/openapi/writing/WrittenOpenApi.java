package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.tree.YamlText;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.problem.Problem;
import java.util.List;

/// An OpenAPI 3.1 document.
///
/// @param problems what OpenAPI 3.1 has no words for, so that it is not there
public record WrittenOpenApi(JsonObject document, List<Problem> problems) {
  public WrittenOpenApi {
    problems = List.copyOf(problems);
  }

  /// The text of a `.json` file.
  public String json() {
    return JsonText.pretty(document) + "\n";
  }

  /// The text of a `.yaml` file.
  public String yaml() {
    return YamlText.of(document);
  }
}
