package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.ProtobufContract;
import java.util.List;

/// `buf breaking`: what its rules report of two sets of files.
public final class BufBreaking {
  private BufBreaking() {}

  /// What all rules report, in the order of the old files.
  public static List<BufFinding> check(ProtobufContract before, ProtobufContract after) {
    List<FileNames> names = FileNames.of(before, after);
    var old = new Side(before, names.getFirst());
    var now = new Side(after, names.getLast());
    var findings = new Findings();
    new Deletions(old, now, findings).check();
    new FileOptions(old, now, findings).check();
    new EnumChecks(old, now, findings).check();
    new MessageChecks(old, now, findings).check();
    new FieldChecks(old, now, findings).check();
    new ServiceChecks(old, now, findings).check();
    return findings.all();
  }
}
