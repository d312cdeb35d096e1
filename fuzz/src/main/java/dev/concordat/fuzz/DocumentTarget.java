package dev.concordat.fuzz;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// JSON and YAML: every problem is shown, and what was read is written and read again.
record DocumentTarget(DocumentReader reader) implements Target {
  DocumentTarget() {
    this(new DocumentReader(Workspace.empty().root()));
  }

  @Override
  public void take(byte[] input) {
    Document document = reader.parse("input", input);
    document.problems().forEach(problem -> ProblemText.of(problem, document));
    for (Node root : document.documents()) {
      JsonValue value = root.toJson();
      Optional<JsonValue> again = JsonParser.parse(value.toString()).value();
      boolean isWhole = document.problems().isEmpty() && !holdsUnpairedSurrogate(value);
      if (isWhole && !again.equals(Optional.of(value))) {
        throw new AssertionError("written and read again, it is another value: " + value);
      }
    }
  }

  /// In names, messages must not have them; they are all that is written as an escape of this form.
  private static boolean holdsUnpairedSurrogate(JsonValue value) {
    return value.toString().contains("\\ud");
  }
}
