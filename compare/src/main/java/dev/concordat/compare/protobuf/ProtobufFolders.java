package dev.concordat.compare.protobuf;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.protobuf.buf.BufWorkspace;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// Two folders of `.proto` files as the old and the new contract. A `buf.yaml` in the new one says which files are in it and
/// which are left alone (`ignore`, `ignore_only`, `ignore_unstable_packages`); which rules it uses does not matter here.
public final class ProtobufFolders {
  private ProtobufFolders() {}

  /// What the new folder changes for whoever relies on the old one.
  ///
  /// @throws IOException if a folder cannot be read, not if its texts are bad
  public static ContractComparison diff(
      Path before, Path after, Policies policies, ReadLimits limits) throws IOException {
    BufWorkspace old = BufWorkspace.read(before.toAbsolutePath().normalize(), limits);
    BufWorkspace now = BufWorkspace.read(after.toAbsolutePath().normalize(), limits);
    Compared compared =
        ProtobufDiff.compare(
            old.contract(), now.contract(), policies, finding -> !now.leavesAlone(finding));
    var problems = new LinkedHashSet<Problem>(old.contract().problems());
    problems.addAll(now.contract().problems());
    List<Difference> worstFirst =
        compared.differences().stream().sorted(Comparator.comparing(Difference::impact)).toList();
    return new ContractComparison(
        subject("the old contract", before, old.contract()),
        subject("the new contract", after, now.contract()),
        worstFirst,
        compared.tally(),
        List.copyOf(problems));
  }

  private static Subject subject(String role, Path folder, ProtobufContract contract) {
    return new Subject(
        role,
        folder.toString().replace('\\', '/'),
        contract.kind().label(),
        contract.title(),
        contract.version());
  }
}
