package dev.concordat.contracts.protobuf;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Links the files of a descriptor set with one another, those first that others need. A file that cannot be linked costs
/// itself and those that need it, not the others.
final class Linking {
  private static final int MAX_DEPTH = 500;

  private final Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
  private final Map<String, FileDescriptor> linked = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private final List<String> reasons = new ArrayList<>();

  Linking(FileDescriptorSet set) {
    set.getFileList().forEach(file -> files.putIfAbsent(file.getName(), file));
    files.keySet().forEach(name -> link(name, 0));
  }

  private void link(String name, int depth) {
    FileDescriptorProto file = files.get(name);
    if (file == null || linked.containsKey(name) || failed.contains(name)) {
      return;
    }
    if (depth > MAX_DEPTH || !open.add(name)) {
      fail(name, "its imports lead in a circle");
      return;
    }
    file.getDependencyList().forEach(needed -> link(needed, depth + 1));
    open.remove(name);
    FileDescriptor[] dependencies =
        file.getDependencyList().stream()
            .filter(linked::containsKey)
            .map(linked::get)
            .toArray(FileDescriptor[]::new);
    try {
      // What a set lacks must not cost the rest of it: types that are not there get a placeholder.
      boolean isComplete = dependencies.length == file.getDependencyCount();
      linked.put(name, FileDescriptor.buildFrom(file, dependencies, !isComplete));
    } catch (DescriptorValidationException | RuntimeException e) {
      // The library throws others than its own for sets that no compiler wrote: a number out of its
      // range, for example.
      fail(name, String.valueOf(e.getMessage()));
    }
  }

  private void fail(String name, String reason) {
    if (failed.add(name)) {
      reasons.add(reason.startsWith(name) ? reason : name + ": " + reason);
    }
  }

  Map<String, FileDescriptor> linked() {
    return linked;
  }

  FileDescriptorProto file(FileDescriptor descriptor) {
    return files.getOrDefault(descriptor.getName(), descriptor.toProto());
  }

  List<String> reasons() {
    return reasons;
  }

  /// Files that no other file of the set imports, which are the ones somebody asked for.
  Set<String> roots() {
    var roots = new HashSet<>(files.keySet());
    files.values().forEach(file -> roots.removeAll(file.getDependencyList()));
    return roots.isEmpty() ? files.keySet() : roots;
  }
}
