package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The names by which files of two sides are taken for the same. Where the sides lie in folders of their own, such as `old`
/// and `new`, these are left out; one file on each side is the same file whatever it is called.
record FileNames(String folder, Map<String, String> renamed) {
  private static final FileNames AS_THEY_ARE = new FileNames("", Map.of());

  /// The name of a file.
  String of(ProtobufFile file) {
    String name = file.name();
    String known = renamed.get(name);
    if (known != null) {
      return known;
    }
    return name.startsWith(folder) ? name.substring(folder.length()) : name;
  }

  static List<FileNames> of(ProtobufContract before, ProtobufContract after) {
    Set<String> old = own(before);
    Set<String> now = own(after);
    var both = new HashSet<>(old);
    both.retainAll(now);
    if (!both.isEmpty() || old.isEmpty() || now.isEmpty()) {
      return List.of(AS_THEY_ARE, AS_THEY_ARE);
    }
    var left = new FileNames(folder(old), Map.of());
    String right = folder(now);
    Optional<String> only =
        old.size() == 1 && now.size() == 1 ? old.stream().findFirst() : Optional.empty();
    return List.of(
        left,
        new FileNames(
            right,
            only.map(name -> Map.of(now.iterator().next(), name.substring(left.folder().length())))
                .orElse(Map.of())));
  }

  private static Set<String> own(ProtobufContract contract) {
    return contract.files().stream()
        .filter(file -> !file.isImported())
        .map(ProtobufFile::name)
        .collect(Collectors.toSet());
  }

  /// The folder that holds all, with a `/` behind it; empty where there is none.
  private static String folder(Set<String> names) {
    String first = names.iterator().next();
    String folder = first.substring(0, first.lastIndexOf('/') + 1);
    for (String name : names) {
      while (!name.startsWith(folder)) {
        folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      }
    }
    return folder;
  }
}
