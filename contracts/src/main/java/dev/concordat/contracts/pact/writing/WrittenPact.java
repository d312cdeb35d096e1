package dev.concordat.contracts.pact.writing;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.problem.Problem;
import java.util.List;

/// A pact as it stands in a file.
///
/// @param problems what the version of the file has no words for, so that it is not there
public record WrittenPact(JsonObject json, List<Problem> problems) {
  public WrittenPact {
    problems = List.copyOf(problems);
  }

  /// The text of the file. The same pact always gives the same text.
  public String text() {
    return JsonText.pretty(json) + "\n";
  }
}
