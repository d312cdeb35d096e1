package dev.concordat.compare.protobuf;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.protobuf.buf.BufWorkspace;
import dev.concordat.compare.protobuf.buf.Changed;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Two folders of `.proto` files as the old and the new contract. A `buf.yaml` in the new one says which files are in it, which
/// rules hold (`use`, `except`) and what they leave alone (`ignore`, `ignore_only`, `ignore_unstable_packages`): a change that none
/// of the rules speaks of. What the others do is decided by messages, whichever of buf's rules told it.
public final class ProtobufFolders {
  private ProtobufFolders() {}

  /// What was found.
  ///
  /// @param leftAlone how many changes rules of buf tell that the `buf.yaml` does not want to hear of
  public record Found(ContractComparison comparison, int leftAlone) {}

  /// What the new folder changes for whoever relies on the old one.
  ///
  /// @throws IOException if a folder cannot be read, not if its texts are bad
  public static Found diff(Path before, Path after, Policies policies, ReadLimits limits)
      throws IOException {
    BufWorkspace old = BufWorkspace.read(before.toAbsolutePath().normalize(), limits);
    BufWorkspace now = BufWorkspace.read(after.toAbsolutePath().normalize(), limits);
    return diff(
        old.contract(),
        before.toString().replace('\\', '/'),
        now,
        after.toString().replace('\\', '/'),
        policies);
  }

  /// The same of folders that were read.
  ///
  /// @param oldName what the old one is called
  /// @param newName what the new one is called
  public static Found diff(
      ProtobufContract before,
      String oldName,
      BufWorkspace after,
      String newName,
      Policies policies) {
    Set<Changed> all = new HashSet<>();
    Set<Changed> told = new HashSet<>();
    Compared compared =
        ProtobufDiff.compare(
            before,
            after.contract(),
            policies,
            findings -> {
              findings.forEach(each -> all.add(each.changed()));
              findings.stream().filter(after::reports).forEach(each -> told.add(each.changed()));
              return findings.stream().filter(each -> told.contains(each.changed())).toList();
            });
    var problems = new LinkedHashSet<Problem>(before.problems());
    problems.addAll(after.contract().problems());
    List<Difference> worstFirst =
        compared.differences().stream().sorted(Comparator.comparing(Difference::impact)).toList();
    return new Found(
        new ContractComparison(
            subject("the old contract", oldName, before),
            subject("the new contract", newName, after.contract()),
            worstFirst,
            compared.tally(),
            List.copyOf(problems)),
        all.size() - told.size());
  }

  private static Subject subject(String role, String name, ProtobufContract contract) {
    return new Subject(role, name, contract.kind().label(), contract.title(), contract.version());
  }
}
