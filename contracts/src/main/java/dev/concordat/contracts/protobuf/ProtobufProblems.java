package dev.concordat.contracts.protobuf;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Locale;

/// What is wrong with `.proto` files and descriptor sets, but for what the compiler says.
final class ProtobufProblems {
  private ProtobufProblems() {}

  static Problem leavesRoot(Place place, String name) {
    return Problem.error(
        "protobuf/import-leaves-root",
        place,
        "the import `" + name + "` is not read: it leads out of the workspace",
        "import files by their path below a folder of the workspace, without `..` or links to elsewhere");
  }

  static Problem missingImport(Place place, String name, List<String> known) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    List<String> alike =
        known.stream().filter(one -> one.endsWith("/" + last) || one.equals(last)).toList();
    String otherwise =
        alike.isEmpty()
            ? "copy the file into the workspace; imports never use the network"
            : "did you mean `" + alike.getFirst() + "`?";
    return Problem.error(
        "protobuf/missing-import",
        place,
        "the import `" + name + "` leads to no file of the workspace",
        DidYouMean.fix(known, name, otherwise));
  }

  static Problem tooManyImports(Place place, int maxFiles, long maxBytes) {
    return Problem.error(
        "protobuf/too-many-imports",
        place,
        String.format(
            Locale.ROOT,
            "the imports lead to more than %,d files or %,d bytes",
            maxFiles,
            maxBytes),
        "import fewer files, or give a descriptor set");
  }

  static Problem compilerFailed(String file, String reason) {
    return Problem.error(
        "protobuf/compiler-failed",
        Place.of(file),
        "the compiler of .proto files " + reason,
        "give a descriptor set instead: protoc --include_imports --include_source_info --descriptor_set_out=FILE.binpb");
  }

  static Problem badDescriptorSet(String file, String reason) {
    return Problem.error(
        "protobuf/bad-descriptor-set",
        Place.of(file),
        "the descriptor set is not usable: " + reason,
        "make it with protoc --include_imports --include_source_info --descriptor_set_out=FILE.binpb");
  }
}
