package dev.concordat.fuzz;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.lint.Linter;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ProblemTexts;
import java.nio.file.Path;

/// A file with a contract: read and linted, every problem shown, its meaning told, written where it can be, and messages
/// judged by it. Beside it stands another file, `openapi.yaml`, that it may refer to.
record ContractTarget(Workspace workspace, String name) implements Target {
  ContractTarget(String name) {
    this(Workspace.empty(), name);
    workspace.write("openapi.yaml", Workspace.resource("every-body.yaml"));
  }

  @Override
  public void take(byte[] input) {
    Path file = workspace.write(name, input);
    Linter.Linted linted = new Linter(new ContractReader(workspace.root())).lint(file);
    Contract contract = linted.contract();
    var texts = new ProblemTexts(workspace.root());
    linted.problems().forEach(texts::of);
    Meaning.of(contract);
    Writing.again(contract, workspace, file);
    Messages.judge(contract, input);
  }
}
